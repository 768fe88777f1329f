using Earshot.Training.Networks;

namespace Earshot.Training.Models.Streaming;

/// <summary>
/// Earshot's small network: at most 0.4 million MACs a second of sound and 32 kB of weights with 40 bands and ten
/// classes. Behind the trunk (see <see cref="StreamingNetwork"/>) a depthwise convolution over all bands that are left brings
/// them down to one, where a wide layer is cheap.
/// </summary>
internal static class EarshotS
{
    internal const string Name = "earshot-s";

    internal static NetworkDefinition Build(int frames, int bands, int classes)
    {
        var builder = StreamingNetwork.Begin(frames, bands, 8, new(16, 2, 2), new(32, 1, 1), new(56, 2, 2));
        builder.Depthwise(1, builder.Current.Width);
        builder.Pointwise(112);
        return StreamingNetwork.End(builder, Name, classes);
    }
}
