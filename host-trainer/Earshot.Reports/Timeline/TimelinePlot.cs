using Earshot.Reports.Charts;

namespace Earshot.Reports.Timeline;

/// <summary>Lines over the time axis.</summary>
/// <param name="Name">A short name with its unit.</param>
/// <param name="Series">The lines; their colours follow the palette.</param>
/// <param name="Least">Lower end of the axis, or null for that of the values.</param>
/// <param name="Most">Upper end of the axis, or null for that of the values.</param>
public sealed record TimelinePlot(string Name, TimeSeries Series, double? Least = null, double? Most = null);
