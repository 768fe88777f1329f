using Earshot.Onnx.Proto;
using Earshot.Quantization.Execution;
using Earshot.Quantization.Rewriting;
using DataType = Earshot.Onnx.Proto.TensorProto.Types.DataType;

namespace Earshot.Quantization.Calibration;

/// <summary>Runs a prepared float model over calibration windows and counts the values of every tensor of its plan.</summary>
public static class ActivationObserver
{
    /// <summary>Collects a histogram for each tensor of the plan.</summary>
    /// <exception cref="InputException">The model computes values that are not finite.</exception>
    public static IReadOnlyDictionary<string, ActivationHistogram> Observe(
        ModelProto model, QuantizationPlan plan, FeatureWindows windows, string origin, bool bandsFirst = false)
    {
        string[] inner = [.. plan.Tensors.Where(tensor => tensor != plan.Input)];
        using var runner = new ModelRunner(model, origin, inner.Select(tensor => (tensor, DataType.Float)), bandsFirst);
        var ranges = inner.ToDictionary(tensor => tensor, _ => new ActivationRange(float.PositiveInfinity, float.NegativeInfinity));
        runner.Run(windows, inner, (_, _, values) =>
        {
            for (var index = 0; index < inner.Length; index++)
            {
                ranges[inner[index]] = ranges[inner[index]].Union(Range(values[index].GetTensorDataAsSpan<float>(), inner[index], origin));
            }
        });
        var histograms = ranges.ToDictionary(pair => pair.Key, pair => new ActivationHistogram(pair.Value));
        runner.Run(windows, inner, (_, _, values) =>
        {
            for (var index = 0; index < inner.Length; index++)
            {
                histograms[inner[index]].Add(values[index].GetTensorDataAsSpan<float>());
            }
        });
        return histograms;
    }

    private static ActivationRange Range(ReadOnlySpan<float> values, string tensor, string origin)
    {
        var (minimum, maximum) = (float.PositiveInfinity, float.NegativeInfinity);
        foreach (var value in values)
        {
            if (!float.IsFinite(value))
            {
                throw new InputException(
                    origin,
                    $"tensor '{tensor}' takes the value {value} on the calibration windows.",
                    "The training diverged; train again with a lower learning rate.");
            }

            minimum = Math.Min(minimum, value);
            maximum = Math.Max(maximum, value);
        }

        return new ActivationRange(minimum, maximum);
    }
}
