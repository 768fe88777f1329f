using Earshot.Training.Graphs;
using Earshot.Training.Networks;

namespace Earshot.Training.Models.Published;

/// <summary>
/// D-CNN of X. Zhang, Y. Zou and W. Shi, "Dilated convolution neural network with LeakyReLU for environmental sound
/// classification" (DSP 2017). Two heads, one for the log-mel spectrogram and one for its delta, each a convolution, pooling,
/// a dilated convolution, pooling; LeakyReLU throughout; their channels meet side by side, and dense layers follow. It pads
/// along time (the delta), so it runs in windows.
/// </summary>
/// <remarks>
/// The paper does not name the kernels; 3 × 3 is what the thesis' microesc/models/dcnn.py takes. Its 33 million
/// weights are scaled down: 40 channels in place of 80, one hidden layer of 64 units in place of two of 5000. Batch
/// normalisation is added. The paper's delta is an input; see <see cref="DeltaHeads"/>.
/// </remarks>
internal static class DilatedCnn
{
    internal const string Name = "d-cnn";

    private const int Channels = 40;

    internal static NetworkDefinition Build(int frames, int bands, int classes)
    {
        var builder = new NetworkBuilder(frames, bands);
        var (mel, delta) = DeltaHeads.Add(builder, Head);
        builder.Concatenate(mel, delta);
        builder.Dense(64, Activation.LeakyRelu, dropoutRate: 0.5f);
        builder.Dense(classes, dropoutRate: 0.5f);
        return builder.Build(Name);
    }

    private static Layer Head(NetworkBuilder network, Layer? from)
    {
        network.Convolution(Channels, 3, 3, from: from, activation: Activation.LeakyRelu);
        network.MaximumPool(3, 4, new ConvolutionGeometry { StrideHeight = 3, StrideWidth = 4 });
        network.Convolution(
            Channels, 3, 3, new ConvolutionGeometry { DilationHeight = 2, DilationWidth = 2 }, activation: Activation.LeakyRelu);
        return network.MaximumPool(3, 1, new ConvolutionGeometry { StrideHeight = 3 });
    }
}
