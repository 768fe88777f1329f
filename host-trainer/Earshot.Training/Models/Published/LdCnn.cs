using Earshot.Training.Graphs;
using Earshot.Training.Networks;

namespace Earshot.Training.Models.Published;

/// <summary>
/// LD-CNN of X. Zhang, Y. Zou and W. Wang, "LD-CNN: A Lightweight Dilated Convolutional Neural Network for Environmental
/// Sound Classification" (ICPR 2018). Two heads, one for the log-mel spectrogram and one for its delta: a convolution over
/// nearly all bands, one along time, pooling, a dilated one, pooling. The heads meet in a sum, two dense layers follow. It pads
/// along time (the delta), so it runs in windows.
/// </summary>
/// <remarks>
/// The paper has 31 frames of 60 bands and 5000 hidden units. The kernel that covers 57 of them covers all bands but three here,
/// and the hidden layer has 64 units like the thesis' networks: with 62 frames, 5000 would weigh 2 MB. Batch normalisation
/// stands before ReLU, not behind it. The paper's delta is an input; see <see cref="DeltaHeads"/>.
/// </remarks>
internal static class LdCnn
{
    internal const string Name = "ld-cnn";

    private const int Channels = 80;
    private const int BandsLeft = 4;

    internal static NetworkDefinition Build(int frames, int bands, int classes)
    {
        var builder = new NetworkBuilder(frames, bands);
        var (mel, delta) = DeltaHeads.Add(builder, Head);
        builder.Add(mel, delta);
        builder.Dense(64, Activation.Relu, dropoutRate: 0.25f);
        builder.Dense(classes, dropoutRate: 0.25f);
        return builder.Build(Name);

        Layer Head(NetworkBuilder network, Layer? from)
        {
            network.Convolution(Channels, 1, bands - BandsLeft + 1, from: from);
            network.Convolution(Channels, 6, 1);
            network.MaximumPool(3, BandsLeft, new ConvolutionGeometry { StrideHeight = 3 });
            network.Convolution(Channels, 3, 1, new ConvolutionGeometry { DilationHeight = 2 });
            return network.MaximumPool(3, 1, new ConvolutionGeometry { StrideHeight = 3 });
        }
    }
}
