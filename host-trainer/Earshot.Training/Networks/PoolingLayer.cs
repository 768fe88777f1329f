using Earshot.Training.Graphs;

namespace Earshot.Training.Networks;

/// <summary>The largest or the mean element of each window.</summary>
public sealed record PoolingLayer : Layer
{
    /// <summary>Whether windows give their largest element; otherwise their mean.</summary>
    public required bool IsMaximum { get; init; }

    /// <summary>Frames that a window spans.</summary>
    public required int KernelHeight { get; init; }

    /// <summary>Bands that a window spans.</summary>
    public required int KernelWidth { get; init; }

    /// <summary>Stride and padding.</summary>
    public required ConvolutionGeometry Geometry { get; init; }
}
