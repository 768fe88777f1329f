using Earshot.Training.Networks;

namespace Earshot.Training.Models.Streaming;

/// <summary>
/// Earshot's small network: at most 0.4 million MACs a second of sound and 32 kB of weights with 40 bands and ten
/// classes. See <see cref="StreamingNetwork"/>.
/// </summary>
internal static class EarshotS
{
    internal const string Name = "earshot-s";

    internal static NetworkDefinition Build(int frames, int bands, int classes) =>
        StreamingNetwork.Build(Name, frames, bands, classes, (8, 16, 32, 56, 112));
}
