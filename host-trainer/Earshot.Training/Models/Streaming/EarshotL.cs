using Earshot.Training.Networks;

namespace Earshot.Training.Models.Streaming;

/// <summary>
/// Earshot's large network: at most 3 million MACs a second of sound and 160 kB of weights with 40 bands and ten
/// classes. See <see cref="StreamingNetwork"/>.
/// </summary>
internal static class EarshotL
{
    internal const string Name = "earshot-l";

    internal static NetworkDefinition Build(int frames, int bands, int classes)
    {
        var builder = new NetworkBuilder(frames, bands);
        StreamingNetwork.Begin(builder, 24, kernelFrames: 5, strideBands: 2);
        StreamingNetwork.Separable(builder, 48, strideBands: 2);
        StreamingNetwork.Separable(builder, 80, strideFrames: 2);
        StreamingNetwork.Separable(builder, 96, strideBands: 2);
        StreamingNetwork.Separable(builder, 112, strideFrames: 2);
        StreamingNetwork.Separable(builder, 144, strideBands: 2);
        return StreamingNetwork.End(builder, Name, classes);
    }
}
