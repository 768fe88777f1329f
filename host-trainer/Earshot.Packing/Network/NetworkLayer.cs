namespace Earshot.Packing.Network;

/// <summary>One layer of the deployed network, in the terms of the pack format but before any number is encoded.</summary>
public sealed class NetworkLayer
{
    /// <summary>Creates a layer.</summary>
    public NetworkLayer(string name, LayerOperator operation, IReadOnlyList<NetworkTensor> inputs, NetworkTensor output)
    {
        (Name, Operator, Inputs, Output) = (name, operation, inputs, output);
    }

    /// <summary>The name of the ONNX node that it comes from.</summary>
    public string Name { get; }

    /// <summary>What it computes.</summary>
    public LayerOperator Operator { get; }

    /// <summary>One or two tensors.</summary>
    public IReadOnlyList<NetworkTensor> Inputs { get; }

    /// <summary>The tensor that it writes.</summary>
    public NetworkTensor Output { get; }

    /// <summary>The kernel along time.</summary>
    public LayerSpan Time { get; init; } = LayerSpan.One;

    /// <summary>The kernel along frequency.</summary>
    public LayerSpan Frequency { get; init; } = LayerSpan.One;

    /// <summary>Columns left out at the begin of each input.</summary>
    public IReadOnlyList<int> Crops { get; init; } = [0, 0];

    /// <summary>Concatenate: whether along frequency instead of channels.</summary>
    public bool AlongFrequency { get; init; }

    /// <summary>Weights in the order of docs/model-pack.md, or the table of a lookup; empty where the operator has none.</summary>
    public sbyte[] Weights { get; init; } = [];

    /// <summary>One bias an output channel, with the input's zero point folded in; empty where the operator has none.</summary>
    public int[] Bias { get; init; } = [];

    /// <summary>
    /// The real factors of the requantisation: one an output channel, one an input (Add, Concatenate), or one for each
    /// number of values that an average may cover.
    /// </summary>
    public double[] Factors { get; init; } = [];

    /// <summary>The smallest output, −128 to 127.</summary>
    public int ClampMinimum { get; init; } = sbyte.MinValue;

    /// <summary>The largest output, −128 to 127.</summary>
    public int ClampMaximum { get; init; } = sbyte.MaxValue;

    /// <summary>Whether the layer holds a kernel of weights.</summary>
    public bool HasKernelWeights =>
        Operator is LayerOperator.Convolution or LayerOperator.Depthwise or LayerOperator.Pointwise or LayerOperator.Dense;

    /// <summary>Multiply-accumulates that one output column costs; 0 for layers without kernel weights.</summary>
    public long MacsPerColumn => !HasKernelWeights ? 0
        : (long)Output.ColumnBytes * Time.Kernel * Frequency.Kernel * (Operator == LayerOperator.Depthwise ? 1 : Inputs[0].Channels);

    /// <summary>Multiply-accumulates of one window.</summary>
    public long MacsPerWindow => MacsPerColumn * Output.Columns;
}
