using Earshot.Training.Networks;

namespace Earshot.Training.Models.Thesis;

/// <summary>Stride-DS-20 of the thesis: 20 channels at first, depthwise-separable convolutions. See <see cref="StridedNetwork"/>.</summary>
internal static class StrideDs20
{
    internal const string Name = "stride-ds-20";

    internal static NetworkDefinition Build(int frames, int bands, int classes) =>
        StridedNetwork.Build(Name, frames, bands, classes, channels: 20, StridedNetwork.Separable);
}
