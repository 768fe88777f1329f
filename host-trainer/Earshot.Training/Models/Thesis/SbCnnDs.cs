using Earshot.Training.Networks;

namespace Earshot.Training.Models.Thesis;

/// <summary>
/// Baseline-DS of the thesis: SB-CNN whose second and third convolutions are depthwise-separable, with normalisation and ReLU
/// behind both halves. See <see cref="SbCnnNetwork"/>.
/// </summary>
internal static class SbCnnDs
{
    internal const string Name = "sb-cnn-ds";

    internal static NetworkDefinition Build(int frames, int bands, int classes) => SbCnnNetwork.Build(
        Name,
        frames,
        bands,
        classes,
        (builder, channels, kernel, geometry) =>
        {
            builder.Depthwise(kernel, kernel, geometry);
            builder.Pointwise(channels);
        });
}
