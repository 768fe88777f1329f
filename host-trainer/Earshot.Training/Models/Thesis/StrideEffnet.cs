using Earshot.Training.Graphs;
using Earshot.Training.Networks;

namespace Earshot.Training.Models.Thesis;

/// <summary>
/// Stride-Effnet of the thesis, with blocks after I. Freeman et al., "EffNet: An efficient structure for convolutional neural
/// networks" (2018): a pointwise convolution that strides and halves the channels, a depthwise one along time, a depthwise
/// one along frequency, a pointwise one. ReLU in place of the paper's LeakyReLU, as in the thesis. See
/// <see cref="StridedNetwork"/>. The thesis pads its last block with zeros before the stride, which leaves one more row and
/// column; here the convolution along time pads the row, and there is no such column.
/// </summary>
internal static class StrideEffnet
{
    internal const string Name = "stride-effnet";

    internal static NetworkDefinition Build(int frames, int bands, int classes) =>
        StridedNetwork.Build(Name, frames, bands, classes, channels: 22, Block);

    private static void Block(NetworkBuilder builder, int channels, int kernel, bool isPadded)
    {
        builder.Convolution(channels / 2, 1, 1, new ConvolutionGeometry { StrideHeight = 2, StrideWidth = 2 });
        builder.Depthwise(kernel, 1, isPadded ? ConvolutionGeometry.Same(kernel, 1) : new ConvolutionGeometry { PadBottom = 1 });
        builder.Depthwise(1, kernel, ConvolutionGeometry.Same(1, kernel));
        builder.Pointwise(channels);
    }
}
