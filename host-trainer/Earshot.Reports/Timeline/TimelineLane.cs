namespace Earshot.Reports.Timeline;

/// <summary>A row of spans under one name.</summary>
/// <param name="Name">A short name.</param>
/// <param name="Spans">The spans, by their begin.</param>
public sealed record TimelineLane(string Name, IReadOnlyList<TimelineSpan> Spans);
