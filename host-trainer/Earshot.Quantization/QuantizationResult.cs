using Earshot.Onnx;
using Earshot.Onnx.Proto;

namespace Earshot.Quantization;

/// <summary>A quantised model.</summary>
/// <param name="Model">The int8 QDQ model.</param>
/// <param name="Chosen">The way that was taken.</param>
/// <param name="Trials">All ways that were tried, in order.</param>
public sealed record QuantizationResult(ModelProto Model, QuantizationTrial Chosen, IReadOnlyList<QuantizationTrial> Trials)
{
    /// <summary>Scale and zero point of every quantised activation, by its name in the prepared float model.</summary>
    public required IReadOnlyDictionary<string, QuantizationParameters> Parameters { get; init; }

    /// <summary>Whether the weights were trained for these parameters, rather than rounded after training.</summary>
    public bool IsTrained { get; init; }
}
