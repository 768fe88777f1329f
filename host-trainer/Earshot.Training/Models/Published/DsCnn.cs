using Earshot.Training.Graphs;
using Earshot.Training.Networks;

namespace Earshot.Training.Models.Published;

/// <summary>
/// DS-CNN of Y. Zhang et al., "Hello Edge: Keyword Spotting on Microcontrollers" (2017), in the size of C. Banbury et al., "MLPerf
/// Tiny Benchmark" (2021): a convolution, four depthwise-separable blocks of 64 channels, the global mean. It pads along
/// time, so it runs in windows.
/// </summary>
/// <remarks>
/// There it takes 49 frames of 10 cepstral coefficients with a first kernel of 10 × 4 and a stride of 2 × 2. Here the kernel
/// and the stride cover the same share of the mel bands, so the maps have five columns as there.
/// </remarks>
internal static class DsCnn
{
    internal const string Name = "ds-cnn";

    private const int Channels = 64;
    private const int Blocks = 4;

    internal static NetworkDefinition Build(int frames, int bands, int classes)
    {
        var builder = new NetworkBuilder(frames, bands);
        var stride = Math.Max(1, bands / 5);
        builder.Convolution(Channels, 10, 2 * stride, ConvolutionGeometry.Same(10, 2 * stride, 2, stride));
        for (var block = 0; block < Blocks; block++)
        {
            builder.Depthwise(3, 3, ConvolutionGeometry.Same(3, 3));
            builder.Pointwise(Channels);
        }

        builder.GlobalAverage();
        builder.Dense(classes, dropoutRate: 0.4f);
        return builder.Build(Name);
    }
}
