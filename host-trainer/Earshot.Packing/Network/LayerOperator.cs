namespace Earshot.Packing.Network;

/// <summary>What a layer computes; the values are those of the pack format (docs/model-pack.md).</summary>
public enum LayerOperator : byte
{
    /// <summary>Convolution over time and frequency, every input channel into every output channel.</summary>
    Convolution = 1,

    /// <summary>Convolution of each channel by itself.</summary>
    Depthwise = 2,

    /// <summary>Convolution with a kernel of 1 × 1.</summary>
    Pointwise = 3,

    /// <summary>Every value of some columns into every output.</summary>
    Dense = 4,

    /// <summary>The largest value under a kernel.</summary>
    MaxPool = 5,

    /// <summary>The mean of the values under a kernel.</summary>
    AveragePool = 6,

    /// <summary>The sum of two tensors.</summary>
    Add = 7,

    /// <summary>Two tensors side by side, along channels or frequency.</summary>
    Concatenate = 8,

    /// <summary>Probabilities over the channels.</summary>
    Softmax = 9,

    /// <summary>A function of one value, tabulated.</summary>
    Lookup = 10,
}
