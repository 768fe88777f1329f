using Earshot.Training.Networks;

namespace Earshot.Training.Models.Streaming;

/// <summary>
/// Earshot's large network: at most 3 million MACs a second of sound and 160 kB of weights with 40 bands and ten
/// classes. See <see cref="StreamingNetwork"/>.
/// </summary>
internal static class EarshotL
{
    internal const string Name = "earshot-l";

    internal static NetworkDefinition Build(int frames, int bands, int classes) =>
        StreamingNetwork.Build(Name, frames, bands, classes, (20, 48, 104, 208, 384));
}
