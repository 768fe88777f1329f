using Earshot.Training.Networks;

namespace Earshot.Training.Models.Thesis;

/// <summary>Stride-DS-12 of the thesis: 12 channels at first, depthwise-separable convolutions. See <see cref="StridedNetwork"/>.</summary>
internal static class StrideDs12
{
    internal const string Name = "stride-ds-12";

    internal static NetworkDefinition Build(int frames, int bands, int classes) =>
        StridedNetwork.Build(Name, frames, bands, classes, channels: 12, StridedNetwork.Separable);
}
