using Earshot.Training.Graphs;
using Earshot.Training.Networks;

namespace Earshot.Training.Models.Published;

/// <summary>
/// Networks with one head for the log-mel spectrogram and one for its slope over time ("delta"). Both are made of the same
/// features: the second head begins with a convolution over nine frames whose weights start as the slope of the straight
/// line through them (S. Furui, 1986), and are trained with the rest. Beyond the window's ends features count as their mean.
/// </summary>
internal static class DeltaHeads
{
    private const int Reach = 4;

    /// <summary>Adds both heads.</summary>
    /// <param name="builder">A network without layers.</param>
    /// <param name="head">Adds one head: takes the layer to read, null for the features, and gives its last.</param>
    internal static (Layer Mel, Layer Delta) Add(NetworkBuilder builder, Func<NetworkBuilder, Layer?, Layer> head)
    {
        var mel = head(builder, null);
        var offsets = Enumerable.Range(-Reach, (2 * Reach) + 1).ToArray();
        var squares = offsets.Sum(offset => offset * offset);
        var slope = builder.FilterInput([.. offsets.Select(offset => (float)offset / squares)]);
        return (mel, head(builder, slope));
    }
}
