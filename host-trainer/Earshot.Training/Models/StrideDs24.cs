using Earshot.Training.Graphs;
using Earshot.Training.Networks;

namespace Earshot.Training.Models;

/// <summary>
/// Stride-DS-24 of J. Nordby, "Environmental Sound Classification on Microcontrollers using Convolutional Neural
/// Networks" (2019): strided depthwise-separable convolutions in place of pooling. It pads along time, so it runs in
/// windows.
/// </summary>
internal static class StrideDs24
{
    internal const string Name = "stride-ds-24";

    internal static NetworkDefinition Build(int frames, int bands, int classes)
    {
        var builder = new NetworkBuilder(frames, bands);
        var strided = new ConvolutionGeometry { StrideHeight = 2, StrideWidth = 2 };
        var padded = strided with { PadTop = 2, PadLeft = 2, PadBottom = 2, PadRight = 2 };
        builder.Convolution(24, 5, 5, padded);
        builder.Depthwise(5, 5, padded);
        builder.Pointwise(36);
        builder.Depthwise(5, 5, strided);
        builder.Pointwise(54);
        builder.Dense(64, Activation.Relu, dropoutRate: 0.5f);
        builder.Dense(classes, dropoutRate: 0.5f);
        return builder.Build(Name);
    }
}
