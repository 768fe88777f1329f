namespace Earshot.Reports.Timeline;

/// <summary>The outline of a sound of any length: the smallest and largest sample of each short stretch.</summary>
/// <param name="Stretches">The stretches from time zero on.</param>
/// <param name="SecondsEach">Length of one.</param>
public sealed record SoundEnvelope(IReadOnlyList<(short Least, short Most)> Stretches, double SecondsEach)
{
    /// <summary>The same with at most <paramref name="most"/> stretches; no peak is lost.</summary>
    public SoundEnvelope Reduce(int most)
    {
        var together = (Stretches.Count + most - 1) / most;
        return together <= 1 ? this : new SoundEnvelope(
            [.. Stretches.Chunk(together).Select(chunk => (chunk.Min(stretch => stretch.Least), chunk.Max(stretch => stretch.Most)))],
            SecondsEach * together);
    }
}
