using Earshot.Training.Graphs;
using Earshot.Training.Networks;

namespace Earshot.Training.Models.Published;

/// <summary>
/// A network that hears raw sound, with the front end of J. Huang and J. Alvarado Leanos, "AclNet: efficient end-to-end
/// audio classification CNN" (2018): two strided convolutions over the samples, 9 wide with 16 channels and 5 wide with 64
/// (its cheapest strides, 8 and 4), and a maximum over what is left of each step in time. Depthwise-separable convolutions
/// along time follow. It streams.
/// </summary>
/// <remarks>
/// AclNet steps by 10 ms, then sees its 64 channels as a picture with 64 rows and goes on as a large image network. Here a step is
/// the hop of the front end, the convolutions do not reach over its border, and the channels stay channels: the whole network
/// takes 3.8 million MACs a second, where AclNet takes 49 million or more. Each sample has eight bits (μ-law).
/// </remarks>
internal static class RawCnn
{
    internal const string Name = "raw-cnn";

    internal static NetworkDefinition Build(int frames, int samples, int classes)
    {
        var builder = new NetworkBuilder(frames, samples);
        builder.Convolution(16, 1, 9, ConvolutionGeometry.Same(1, 9, 1, 8));
        var filtered = builder.Convolution(64, 1, 5, ConvolutionGeometry.Same(1, 5, 1, 4));
        builder.MaximumPool(1, filtered.Output.Width, new ConvolutionGeometry());
        foreach (var (channels, stride) in new[] { (96, 2), (96, 1), (128, 2), (128, 1) })
        {
            builder.Depthwise(3, 1, new ConvolutionGeometry { StrideHeight = stride });
            builder.Pointwise(channels);
        }

        builder.GlobalAverage();
        builder.Dense(classes, dropoutRate: 0.2f);
        return builder.Build(Name);
    }
}
