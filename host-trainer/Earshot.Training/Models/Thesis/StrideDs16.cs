using Earshot.Training.Networks;

namespace Earshot.Training.Models.Thesis;

/// <summary>Stride-DS-16 of the thesis: 16 channels at first, depthwise-separable convolutions. See <see cref="StridedNetwork"/>.</summary>
internal static class StrideDs16
{
    internal const string Name = "stride-ds-16";

    internal static NetworkDefinition Build(int frames, int bands, int classes) =>
        StridedNetwork.Build(Name, frames, bands, classes, channels: 16, StridedNetwork.Separable);
}
