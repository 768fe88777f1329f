namespace Earshot.Payload;

/// <summary>A sound that was played and what the node said of it.</summary>
/// <param name="Played">The sound.</param>
/// <param name="Label">The label that was sent for it; null when none was.</param>
/// <param name="Confidence">Mean confidence of that label's events, weighted by overlap; 0 when there is none.</param>
/// <param name="Events">Every event that overlaps the sound, in the order of arrival.</param>
public sealed record MatchedSound(PlayedSound Played, string? Label, double Confidence, IReadOnlyList<ReceivedEvent> Events)
{
    /// <summary>Whether the label is the true one.</summary>
    public bool IsRight => Label == Played.Label;
}
