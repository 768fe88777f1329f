using Earshot.Training.Networks;

namespace Earshot.Training.Models.Streaming;

/// <summary>
/// Earshot's small network: at most 0.4 million MACs a second of sound and 32 kB of weights with 40 bands and ten
/// classes. See <see cref="StreamingNetwork"/>.
/// </summary>
internal static class EarshotS
{
    internal const string Name = "earshot-s";

    internal static NetworkDefinition Build(int frames, int bands, int classes)
    {
        var builder = new NetworkBuilder(frames, bands);
        StreamingNetwork.Begin(builder, 16, kernelFrames: 3, strideBands: 4);
        StreamingNetwork.Separable(builder, 24, strideFrames: 2);
        StreamingNetwork.Separable(builder, 40, strideBands: 2);
        StreamingNetwork.Separable(builder, 64, strideFrames: 2, strideBands: 2);
        StreamingNetwork.Separable(builder, 96, strideBands: 3);
        return StreamingNetwork.End(builder, Name, classes);
    }
}
