using Earshot.Training.Networks;

namespace Earshot.Training.Models.Thesis;

/// <summary>The baseline of the thesis: SB-CNN with plain convolutions. See <see cref="SbCnnNetwork"/>.</summary>
internal static class SbCnn
{
    internal const string Name = "sb-cnn";

    internal static NetworkDefinition Build(int frames, int bands, int classes) => SbCnnNetwork.Build(
        Name, frames, bands, classes, (builder, channels, kernel, geometry) => builder.Convolution(channels, kernel, kernel, geometry));
}
