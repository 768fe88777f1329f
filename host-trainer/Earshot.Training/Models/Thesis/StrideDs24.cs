using Earshot.Training.Networks;

namespace Earshot.Training.Models.Thesis;

/// <summary>Stride-DS-24 of the thesis: 24 channels at first, depthwise-separable convolutions. See <see cref="StridedNetwork"/>.</summary>
internal static class StrideDs24
{
    internal const string Name = "stride-ds-24";

    internal static NetworkDefinition Build(int frames, int bands, int classes) =>
        StridedNetwork.Build(Name, frames, bands, classes, channels: 24, StridedNetwork.Separable);
}
