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
        var builder = StreamingNetwork.Begin(frames, bands, 10, new(24, 2, 2), new(48, 1, 1), new(64, 1, 2), new(96, 2, 1));
        return StreamingNetwork.EndWithMaximum(builder, Name, classes);
    }
}
