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
        var builder = StreamingNetwork.Begin(frames, bands, 16, new(40, 1, 2), new(80, 2, 1), new(112, 1, 2), new(112, 1, 1));
        return StreamingNetwork.EndWithMaximum(builder, Name, classes);
    }
}
