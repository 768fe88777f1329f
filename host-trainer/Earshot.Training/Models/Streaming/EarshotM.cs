using Earshot.Training.Networks;

namespace Earshot.Training.Models.Streaming;

/// <summary>
/// Earshot's medium network: at most 1 million MACs a second of sound and 64 kB of weights with 40 bands and ten
/// classes. It brings the bands down to a quarter before it halves time again: that loses less than the other way round (docs/accuracy.md).
/// See <see cref="StreamingNetwork"/>.
/// </summary>
internal static class EarshotM
{
    internal const string Name = "earshot-m";

    internal static NetworkDefinition Build(int frames, int bands, int classes)
    {
        var builder = StreamingNetwork.Begin(frames, bands, 8, new(24, 1, 2), new(40, 1, 2), new(64, 2, 1), new(128, 2, 1));
        return StreamingNetwork.EndWithMaximum(builder, Name, classes);
    }
}
