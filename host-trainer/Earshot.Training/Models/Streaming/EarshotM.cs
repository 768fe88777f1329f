using Earshot.Training.Networks;

namespace Earshot.Training.Models.Streaming;

/// <summary>
/// Earshot's medium network: at most 1 million MACs a second of sound and 64 kB of weights with 40 bands and ten
/// classes. See <see cref="StreamingNetwork"/>.
/// </summary>
internal static class EarshotM
{
    internal const string Name = "earshot-m";

    internal static NetworkDefinition Build(int frames, int bands, int classes) =>
        StreamingNetwork.Build(Name, frames, bands, classes, (12, 24, 56, 112, 192));
}
