using Earshot.Training.Networks;

namespace Earshot.Training.Models.Streaming;

/// <summary>
/// Earshot's medium network: at most 1 million MACs a second of sound and 64 kB of weights with 40 bands and ten
/// classes. See <see cref="StreamingNetwork"/>.
/// </summary>
internal static class EarshotM
{
    internal const string Name = "earshot-m";

    internal static NetworkDefinition Build(int frames, int bands, int classes)
    {
        var builder = new NetworkBuilder(frames, bands);
        StreamingNetwork.Begin(builder, 16, kernelFrames: 3, strideBands: 2);
        StreamingNetwork.Separable(builder, 40, strideFrames: 2, strideBands: 2);
        StreamingNetwork.Separable(builder, 72, strideBands: 2);
        StreamingNetwork.Separable(builder, 80, strideFrames: 2);
        StreamingNetwork.Separable(builder, 96, strideBands: 2);
        return StreamingNetwork.End(builder, Name, classes);
    }
}
