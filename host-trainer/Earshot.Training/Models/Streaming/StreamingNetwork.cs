using Earshot.Training.Graphs;
using Earshot.Training.Networks;

namespace Earshot.Training.Models.Streaming;

/// <summary>
/// The trunk of Earshot's own networks: one network in three widths. No layer pads along time, so a stream computes each
/// column of sound once and gives what whole windows give. MACs fall with every stride in time and frequency, weights do not:
/// the first layers are narrow and stride, then a depthwise convolution over all bands that are left brings them down to one,
/// where a wide pointwise layer is cheap.
/// </summary>
internal static class StreamingNetwork
{
    /// <summary>Puts a member of the family together.</summary>
    /// <param name="name">The model's name.</param>
    /// <param name="frames">Frames in a window.</param>
    /// <param name="bands">Mel bands.</param>
    /// <param name="classes">Classes.</param>
    /// <param name="channels">Output channels of the first convolution, of three separable blocks and of the last layer.</param>
    internal static NetworkDefinition Build(
        string name, int frames, int bands, int classes, (int First, int Second, int Third, int Fourth, int Last) channels)
    {
        var builder = new NetworkBuilder(frames, bands);
        builder.Convolution(
            channels.First, 5, 5, new ConvolutionGeometry { StrideHeight = 2, StrideWidth = 2, PadLeft = 2, PadRight = 2 });
        Separable(builder, channels.Second, stride: 2);
        Separable(builder, channels.Third, stride: 1);
        var trunk = Separable(builder, channels.Fourth, stride: 2);
        builder.Depthwise(1, trunk.Output.Width);
        builder.Pointwise(channels.Last);
        builder.GlobalAverage();
        builder.Dense(classes);
        return builder.Build(name);
    }

    private static Layer Separable(NetworkBuilder builder, int channels, int stride)
    {
        builder.Depthwise(
            3, 3, new ConvolutionGeometry { StrideHeight = stride, StrideWidth = stride, PadLeft = 1, PadRight = 1 });
        return builder.Pointwise(channels);
    }
}
