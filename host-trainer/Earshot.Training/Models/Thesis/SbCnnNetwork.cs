using Earshot.Training.Graphs;
using Earshot.Training.Networks;

namespace Earshot.Training.Models.Thesis;

/// <summary>
/// The thesis' two networks after SB-CNN of J. Salamon and J. P. Bello, "Deep Convolutional Neural Networks and Data
/// Augmentation for Environmental Sound Classification" (2017): three convolutions of 5 × 5, max pooling behind the first
/// two, batch normalisation added. The original takes 128 frames of 128 bands at 44.1 kHz and pools 4 bands by 2 frames; the
/// thesis has 31 frames of 60 bands and pools 3 by 2. They pad along time, so they run in windows.
/// </summary>
internal static class SbCnnNetwork
{
    private const int Kernel = 5;
    private const int Frames = 2;

    // With fewer bands than this, pooling 3 bands twice leaves less than a kernel.
    private const int BandsForThree = 45;

    /// <summary>A convolution of the network, the first excepted: adds layers of so many channels.</summary>
    internal delegate void Block(NetworkBuilder builder, int channels, int kernel, ConvolutionGeometry geometry);

    internal static NetworkDefinition Build(string name, int frames, int bands, int classes, Block block)
    {
        var pool = bands >= BandsForThree ? 3 : 2;
        var stride = new ConvolutionGeometry { StrideHeight = Frames, StrideWidth = pool };
        var same = ConvolutionGeometry.Same(Kernel, Kernel);
        var builder = new NetworkBuilder(frames, bands);
        builder.Convolution(24, Kernel, Kernel, same);
        builder.MaximumPool(Frames, pool, stride);
        block(builder, 48, Kernel, same);
        builder.MaximumPool(Frames, pool, stride);
        block(builder, 48, Kernel, new ConvolutionGeometry());
        StridedNetwork.AddHead(builder, classes);
        return builder.Build(name);
    }
}
