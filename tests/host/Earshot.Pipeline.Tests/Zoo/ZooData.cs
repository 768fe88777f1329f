using Earshot.Datasets.Synthetic;
using Earshot.Onnx;
using Earshot.Quantization;
using Earshot.Training.Features;

namespace Earshot.Pipeline.Tests.Zoo;

/// <summary>Features of a few synthetic clips, computed once for all models of the zoo.</summary>
public sealed class ZooData
{
    /// <summary>Frames of a window.</summary>
    public const int Frames = 62;

    private const int Windows = 40;

    /// <summary>Computes them.</summary>
    public ZooData()
    {
        var clips = SyntheticDataset.Create(seed: 3, clipsPerClass: 5).Clips;
        var frontEnd = FeatureExtraction.Fit(DefaultFrontEnd.Configuration, clips);
        Features = FeatureExtraction.Compute(frontEnd, SyntheticDataset.Labels, clips);
        Calibration = Cut(0);
        Test = Cut(Frames);
    }

    /// <summary>The clips.</summary>
    public FeatureSet Features { get; }

    /// <summary>Windows to choose int8 ranges with.</summary>
    public FeatureWindows Calibration { get; }

    /// <summary>Other windows.</summary>
    public FeatureWindows Test { get; }

    private FeatureWindows Cut(int firstFrame) => new(
        Features.Clips.Take(Windows).SelectMany(clip => clip.Values.AsSpan(firstFrame * Features.Bands, Frames * Features.Bands).ToArray()).ToArray(),
        Frames,
        Features.Bands,
        new QuantizationParameters(Features.Scale, (sbyte)Features.ZeroPoint));
}
