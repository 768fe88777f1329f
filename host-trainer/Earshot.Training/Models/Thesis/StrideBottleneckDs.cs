using Earshot.Training.Graphs;
using Earshot.Training.Networks;

namespace Earshot.Training.Models.Thesis;

/// <summary>
/// Stride-BTLN-DS of the thesis: a pointwise convolution that strides and halves the channels, then a depthwise-separable
/// one. See <see cref="StridedNetwork"/>. The thesis pads its last block with zeros before the stride, which leaves one more
/// row and column; here the depthwise convolution pads them.
/// </summary>
internal static class StrideBottleneckDs
{
    internal const string Name = "stride-btln-ds";

    internal static NetworkDefinition Build(int frames, int bands, int classes) =>
        StridedNetwork.Build(Name, frames, bands, classes, channels: 22, Bottleneck);

    private static void Bottleneck(NetworkBuilder builder, int channels, int kernel, bool isPadded)
    {
        builder.Convolution(channels / 2, 1, 1, new ConvolutionGeometry { StrideHeight = 2, StrideWidth = 2 });
        builder.Depthwise(
            kernel, kernel, isPadded ? ConvolutionGeometry.Same(kernel, kernel) : new ConvolutionGeometry { PadBottom = 1, PadRight = 1 });
        builder.Pointwise(channels);
    }
}
