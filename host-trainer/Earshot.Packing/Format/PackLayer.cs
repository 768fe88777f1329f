using Earshot.Packing.Network;

namespace Earshot.Packing.Format;

/// <summary>A layer record of a pack.</summary>
/// <param name="Operator">What it computes.</param>
/// <param name="Kernel">The kernel flavour; 0 is the kernel set's own choice.</param>
/// <param name="WeightLayout">0 is plain.</param>
/// <param name="Inputs">One or two tensors.</param>
/// <param name="Output">The tensor that it writes.</param>
/// <param name="Time">The kernel along time.</param>
/// <param name="Frequency">The kernel along frequency.</param>
/// <param name="ClampMinimum">The smallest output.</param>
/// <param name="ClampMaximum">The largest output.</param>
/// <param name="WeightBytes">Bytes of weights.</param>
/// <param name="ParameterBytes">Bytes of biases and multipliers.</param>
public sealed record PackLayer(
    LayerOperator Operator, byte Kernel, byte WeightLayout, IReadOnlyList<int> Inputs, int Output, LayerSpan Time, LayerSpan Frequency,
    int ClampMinimum, int ClampMaximum, int WeightBytes, int ParameterBytes);
