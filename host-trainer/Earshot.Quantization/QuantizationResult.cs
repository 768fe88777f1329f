using Earshot.Onnx.Proto;

namespace Earshot.Quantization;

/// <summary>A quantised model.</summary>
/// <param name="Model">The int8 QDQ model.</param>
/// <param name="Chosen">The way that was taken.</param>
/// <param name="Trials">All ways that were tried, in order.</param>
public sealed record QuantizationResult(ModelProto Model, QuantizationTrial Chosen, IReadOnlyList<QuantizationTrial> Trials);
