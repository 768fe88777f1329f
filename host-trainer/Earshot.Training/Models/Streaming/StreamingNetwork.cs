using Earshot.Training.Graphs;
using Earshot.Training.Networks;

namespace Earshot.Training.Models.Streaming;

/// <summary>
/// The trunk of Earshot's own networks. No layer pads along time, so a stream computes each column of sound once and gives
/// what whole windows give. MACs fall with every stride in time and frequency, weights do not: the first layers are narrow
/// and stride, the last ones are wide.
/// </summary>
internal static class StreamingNetwork
{
    /// <summary>A depthwise convolution of 3 × 3 and a pointwise one.</summary>
    /// <param name="Channels">Output channels.</param>
    /// <param name="StrideFrames">Stride in time.</param>
    /// <param name="StrideBands">Stride in frequency.</param>
    internal readonly record struct Block(int Channels, int StrideFrames, int StrideBands);

    /// <summary>Starts a network: a convolution of 5 × 5 that halves time and frequency, and the blocks behind it.</summary>
    /// <param name="frames">Frames in a window.</param>
    /// <param name="bands">Mel bands.</param>
    /// <param name="channels">Output channels of the first convolution.</param>
    /// <param name="blocks">The blocks.</param>
    internal static NetworkBuilder Begin(int frames, int bands, int channels, params ReadOnlySpan<Block> blocks)
    {
        var builder = new NetworkBuilder(frames, bands);
        builder.Convolution(channels, 5, 5, new ConvolutionGeometry { StrideHeight = 2, StrideWidth = 2, PadLeft = 2, PadRight = 2 });
        foreach (var block in blocks)
        {
            builder.Depthwise(3, 3, new ConvolutionGeometry
            {
                StrideHeight = block.StrideFrames,
                StrideWidth = block.StrideBands,
                PadLeft = 1,
                PadRight = 1,
            });
            builder.Pointwise(block.Channels);
        }

        return builder;
    }

    /// <summary>Ends a network: the mean over all that is left, and the classes.</summary>
    internal static NetworkDefinition End(NetworkBuilder builder, string name, int classes)
    {
        builder.GlobalAverage();
        builder.Dense(classes);
        return builder.Build(name);
    }

    /// <summary>
    /// Ends a network: mean and maximum over all that is left side by side, and the classes. The mean tells textures apart, the maximum
    /// short sounds in a long silence.
    /// </summary>
    internal static NetworkDefinition EndWithMaximum(NetworkBuilder builder, string name, int classes)
    {
        var trunk = builder.Last;
        var (_, height, width) = trunk.Output;
        builder.Concatenate(builder.GlobalAverage(), builder.MaximumPool(height, width, new ConvolutionGeometry(), trunk));
        builder.Dense(classes);
        return builder.Build(name);
    }
}
