using Earshot.Training.Networks;

namespace Earshot.Training.Models.Thesis;

/// <summary>
/// Stride-DS-3x3 of the thesis (Stride-DS-24-3x3): kernels of 3 × 3 in place of 5 × 5, and one block more. See
/// <see cref="StridedNetwork"/>.
/// </summary>
internal static class StrideDs3x3
{
    internal const string Name = "stride-ds-3x3";

    internal static NetworkDefinition Build(int frames, int bands, int classes) =>
        StridedNetwork.Build(Name, frames, bands, classes, channels: 24, StridedNetwork.Separable, kernel: 3, blocks: 3);
}
