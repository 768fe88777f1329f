using Earshot.Training.Networks;

namespace Earshot.Training.Models.Thesis;

/// <summary>Stride of the thesis: plain convolutions that stride. See <see cref="StridedNetwork"/>.</summary>
internal static class Stride
{
    internal const string Name = "stride";

    internal static NetworkDefinition Build(int frames, int bands, int classes) =>
        StridedNetwork.Build(Name, frames, bands, classes, channels: 22, Convolution);

    private static void Convolution(NetworkBuilder builder, int channels, int kernel, bool isPadded) =>
        builder.Convolution(channels, kernel, kernel, StridedNetwork.Halving(kernel, isPadded));
}
