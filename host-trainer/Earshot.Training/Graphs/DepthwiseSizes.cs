namespace Earshot.Training.Graphs;

/// <summary>All sizes of one depthwise convolution.</summary>
/// <param name="Input">[channels, batch, height, width].</param>
/// <param name="Weights">[channels, 1, kernel height, kernel width].</param>
/// <param name="Of">Stride, padding and dilation.</param>
internal sealed record DepthwiseSizes(IReadOnlyList<int> Input, IReadOnlyList<int> Weights, ConvolutionGeometry Of)
{
    internal int Channels => Input[0];

    internal int Batch => Input[1];

    internal int Height => Input[2];

    internal int Width => Input[3];

    internal int KernelHeight => Weights[2];

    internal int KernelWidth => Weights[3];

    internal int OutputHeight { get; } = Of.OutputHeight(Input[2], Weights[2]);

    internal int OutputWidth { get; } = Of.OutputWidth(Input[3], Weights[3]);
}
