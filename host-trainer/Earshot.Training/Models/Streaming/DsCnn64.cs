using Earshot.Training.Graphs;
using Earshot.Training.Networks;

namespace Earshot.Training.Models.Streaming;

/// <summary>
/// A depthwise-separable network up to 64 channels wide for streaming: no layer pads along time, so a hop of sound costs
/// one column, and the result equals that of whole windows. After Y. Zhang et al., "Hello Edge" (2017), with strides in
/// place of its fixed resolution.
/// </summary>
internal static class DsCnn64
{
    internal const string Name = "ds-cnn-64";

    internal static NetworkDefinition Build(int frames, int bands, int classes)
    {
        var builder = new NetworkBuilder(frames, bands);
        var beside = new ConvolutionGeometry { PadLeft = 1, PadRight = 1 };
        builder.Convolution(16, 5, 5, new ConvolutionGeometry { StrideHeight = 2, StrideWidth = 2, PadLeft = 2, PadRight = 2 });
        builder.Depthwise(3, 3, beside with { StrideWidth = 2 });
        builder.Pointwise(32);
        builder.Depthwise(3, 3, beside with { StrideHeight = 2 });
        builder.Pointwise(48);
        builder.Depthwise(3, 3, beside);
        builder.Pointwise(64);
        builder.Depthwise(3, 3, beside with { StrideWidth = 2 });
        builder.Pointwise(64);
        builder.GlobalAverage();
        builder.Dense(classes);
        return builder.Build(Name);
    }
}
