using Earshot.Training.Graphs;
using Earshot.Training.Networks;

namespace Earshot.Training.Models.Streaming;

/// <summary>
/// What Earshot's own networks are made of. No layer pads along time, so a stream computes each column of sound once and gives
/// what whole windows give. MACs fall with every stride in time and frequency, weights do not: the first layers are narrow and
/// stride, the last ones are wide.
/// </summary>
internal static class StreamingNetwork
{
    /// <summary>A first convolution over the mel bands.</summary>
    internal static void Begin(NetworkBuilder builder, int channels, int kernelFrames, int strideBands) =>
        builder.Convolution(channels, kernelFrames, 5, new ConvolutionGeometry
        {
            StrideHeight = 2,
            StrideWidth = strideBands,
            PadLeft = 2,
            PadRight = 2,
        });

    /// <summary>A depthwise convolution of 3 × 3 and a pointwise one.</summary>
    /// <param name="builder">The network so far.</param>
    /// <param name="channels">Output channels.</param>
    /// <param name="strideFrames">Stride along time.</param>
    /// <param name="strideBands">Stride along frequency.</param>
    internal static void Separable(NetworkBuilder builder, int channels, int strideFrames = 1, int strideBands = 1)
    {
        builder.Depthwise(
            3, 3, new ConvolutionGeometry { StrideHeight = strideFrames, StrideWidth = strideBands, PadLeft = 1, PadRight = 1 });
        builder.Pointwise(channels);
    }

    /// <summary>The global mean and the logits.</summary>
    internal static NetworkDefinition End(NetworkBuilder builder, string name, int classes)
    {
        builder.GlobalAverage();
        builder.Dense(classes);
        return builder.Build(name);
    }
}
