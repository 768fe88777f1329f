using Earshot.Packing.Inspection;

namespace Earshot.Cli.Output;

/// <summary>A network in the list of those that can be trained.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Cost">What it costs, or null when it does not fit the window.</param>
/// <param name="Obstacle">Why it does not fit, or null.</param>
internal sealed record ModelListing(string Name, string Source, ModelInspection? Cost, string? Obstacle);
