namespace Earshot.Payload;

/// <summary>
/// Decides which label was sent for a sound: that with the largest sum of overlap in time × confidence over all events.
/// "Unknown" counts only when no class was named.
/// </summary>
public static class EventMatcher
{
    /// <summary>Matches each sound with the events that overlap it.</summary>
    public static IReadOnlyList<MatchedSound> Match(IEnumerable<PlayedSound> played, IReadOnlyList<ReceivedEvent> events) =>
        [.. played.Select(sound => Match(sound, events))];

    private static MatchedSound Match(PlayedSound sound, IReadOnlyList<ReceivedEvent> events)
    {
        var overlapping = events.Where(heard => Overlap(sound, heard) > 0).ToList();
        var named = overlapping.Where(heard => heard.Label != ReceivedEvent.Unknown).ToList();
        var best = (named.Count > 0 ? named : overlapping)
            .GroupBy(heard => heard.Label)
            .Select(group => (
                Label: group.Key,
                Weight: group.Sum(heard => Overlap(sound, heard) * heard.Confidence),
                Overlap: group.Sum(heard => Overlap(sound, heard))))
            .OrderByDescending(candidate => candidate.Weight)
            .ThenBy(candidate => candidate.Label, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Label is null
            ? new MatchedSound(sound, null, 0, [])
            : new MatchedSound(sound, best.Label, best.Weight / best.Overlap, overlapping);
    }

    private static double Overlap(PlayedSound sound, ReceivedEvent heard)
    {
        var start = sound.Start > heard.Start ? sound.Start : heard.Start;
        var heardEnd = heard.Start + heard.Duration;
        var end = sound.End < heardEnd ? sound.End : heardEnd;
        return Math.Max(0, (end - start).TotalSeconds);
    }
}
