namespace Earshot.Training.Graphs;

/// <summary>All sizes of one convolution.</summary>
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
