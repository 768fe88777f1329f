namespace Earshot.Quantization.Execution;

/// <summary>
/// How ONNX Runtime computes a QDQ model. <see cref="Fused"/> is the reference for the pack: it sums exactly and rounds
/// once (docs/quantisation.md).
/// </summary>
public enum RunnerArithmetic
{
    /// <summary>Node by node: floats between DequantizeLinear and QuantizeLinear.</summary>
    AsWritten,

    /// <summary>Fused into integer kernels, with the option that keeps x86-64 from saturating 16-bit sums.</summary>
    Fused,

    /// <summary>Fused into integer kernels as ONNX Runtime does by default.</summary>
    FusedDefault,
}
