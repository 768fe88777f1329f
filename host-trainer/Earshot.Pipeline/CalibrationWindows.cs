using Earshot.Onnx;
using Earshot.Quantization;
using Earshot.Training.Features;
using Earshot.Training.Running;

namespace Earshot.Pipeline;

/// <summary>The windows on which int8 ranges are chosen: of training clips, and none that is quiet.</summary>
internal static class CalibrationWindows
{
    internal static FeatureWindows Of(FeatureSet training, TrainingOptions options)
    {
        var hop = Math.Max(1, options.WindowFrames / 2);
        var size = options.WindowFrames * training.Bands;
        List<sbyte> values = [];
        foreach (var clip in training.Clips)
        {
            var loud = options.Gate.LoudWindows(clip.Levels, options.WindowFrames, hop, training.HopSeconds);
            for (var window = 0; window < loud.Length; window++)
            {
                if (loud[window])
                {
                    values.AddRange(clip.Values.AsSpan(window * hop * training.Bands, size));
                }
            }
        }

        return new FeatureWindows(
            values.ToArray(), options.WindowFrames, training.Bands, new QuantizationParameters(training.Scale, (sbyte)training.ZeroPoint));
    }
}
