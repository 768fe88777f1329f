namespace Earshot.Packing.Inspection;

/// <summary>One layer as a user wants to see it. Shapes are [time, frequency, channels] of one window.</summary>
/// <param name="Name">The ONNX node's name, or operator and number where the model is a pack.</param>
/// <param name="Operator">What it computes.</param>
/// <param name="InputShape">Shape of the first input.</param>
/// <param name="OutputShape">Shape of the output.</param>
/// <param name="Kernel">Kernel along time and frequency.</param>
/// <param name="Stride">Stride along time and frequency.</param>
/// <param name="Macs">Multiply-accumulates of one window.</param>
/// <param name="MacsPerSecond">Multiply-accumulates of one second as it is deployed.</param>
/// <param name="WeightBytes">Bytes of weights, biases and multipliers in flash.</param>
/// <param name="ActivationBytes">Bytes of its output in the arena.</param>
/// <param name="KernelFlavour">Which kernel runs it.</param>
/// <param name="Choice">Where its output lies and what computes it, with the reasons.</param>
public sealed record LayerInspection(
    string Name, string Operator, IReadOnlyList<int> InputShape, IReadOnlyList<int> OutputShape, IReadOnlyList<int> Kernel,
    IReadOnlyList<int> Stride, long Macs, double MacsPerSecond, int WeightBytes, int ActivationBytes, string KernelFlavour,
    LayerChoice Choice);
