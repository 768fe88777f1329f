namespace Earshot.Experiments.Statistics;

/// <summary>What a threshold gives.</summary>
/// <param name="FalsePositives">The share of the other classes' clips at or above the threshold, 0 to 1.</param>
/// <param name="TruePositives">The share of the class's clips at or above the threshold, 0 to 1.</param>
public sealed record RocPoint(double FalsePositives, double TruePositives);
