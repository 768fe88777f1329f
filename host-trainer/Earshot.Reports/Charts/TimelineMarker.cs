namespace Earshot.Reports.Charts;

/// <summary>A message that arrived.</summary>
/// <param name="Label">What it said.</param>
/// <param name="Seconds">When it arrived.</param>
/// <param name="Color">Its place in the palette.</param>
/// <param name="Right">Whether it was right; null where that is not judged.</param>
public sealed record TimelineMarker(string Label, double Seconds, int Color, bool? Right);
