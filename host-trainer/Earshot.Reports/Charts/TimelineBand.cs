namespace Earshot.Reports.Charts;

/// <summary>A stretch of time in which a sound was played.</summary>
/// <param name="Label">Its class.</param>
/// <param name="StartSeconds">When it began.</param>
/// <param name="EndSeconds">When it ended.</param>
/// <param name="Color">Its place in the palette.</param>
public sealed record TimelineBand(string Label, double StartSeconds, double EndSeconds, int Color);
