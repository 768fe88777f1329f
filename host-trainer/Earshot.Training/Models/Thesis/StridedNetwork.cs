using Earshot.Training.Graphs;
using Earshot.Training.Networks;

namespace Earshot.Training.Models.Thesis;

/// <summary>
/// The "Stride" family of J. Nordby, "Environmental Sound Classification on Microcontrollers using Convolutional Neural
/// Networks" (2019), microesc/models/strided.py of github.com/jonnor/ESC-CNN-microcontroller: blocks of convolutions
/// that stride 2 × 2 in place of pooling, half as many channels again in each, the last without padding; then a hidden layer of
/// 64 and dropout of one half. All of them pad along time, so they run in windows.
/// </summary>
/// <remarks>
/// Two things differ. The thesis' separable and bottleneck blocks have batch normalisation and ReLU only behind their last
/// convolution; here they stand behind every one, as in MobileNet. Padding is even on both sides, where Keras puts one more
/// at the end. Neither changes a shape or the cost.
/// </remarks>
internal static class StridedNetwork
{
    private const float Growth = 1.5f;
    private const int HiddenUnits = 64;
    private const float DropoutRate = 0.5f;

    /// <summary>A block of the network: adds layers of so many channels that halve frames and bands.</summary>
    /// <param name="builder">The network so far.</param>
    /// <param name="channels">Output channels.</param>
    /// <param name="kernel">Frames and bands that the kernel spans.</param>
    /// <param name="isPadded">Whether its convolutions keep the size but for their stride.</param>
    internal delegate void Block(NetworkBuilder builder, int channels, int kernel, bool isPadded);

    /// <summary>Puts a member of the family together: one convolution and then so many blocks.</summary>
    internal static NetworkDefinition Build(
        string name, int frames, int bands, int classes, int channels, Block block, int kernel = 5, int blocks = 2)
    {
        var builder = new NetworkBuilder(frames, bands);
        builder.Convolution(channels, kernel, kernel, Halving(kernel, isPadded: true));
        var width = (float)channels;
        for (var at = 0; at < blocks; at++)
        {
            width *= Growth;
            block(builder, (int)width, kernel, isPadded: at < blocks - 1);
        }

        AddHead(builder, classes);
        return builder.Build(name);
    }

    /// <summary>The classifier that all networks of the thesis end with.</summary>
    internal static void AddHead(NetworkBuilder builder, int classes)
    {
        builder.Dense(HiddenUnits, Activation.Relu, DropoutRate);
        builder.Dense(classes, dropoutRate: DropoutRate);
    }

    /// <summary>A depthwise convolution that strides, and a pointwise one: the blocks of the Stride-DS networks.</summary>
    internal static void Separable(NetworkBuilder builder, int channels, int kernel, bool isPadded)
    {
        builder.Depthwise(kernel, kernel, Halving(kernel, isPadded));
        builder.Pointwise(channels);
    }

    /// <summary>A stride of 2 × 2.</summary>
    internal static ConvolutionGeometry Halving(int kernel, bool isPadded) => isPadded
        ? ConvolutionGeometry.Same(kernel, kernel, 2, 2)
        : new ConvolutionGeometry { StrideHeight = 2, StrideWidth = 2 };
}
