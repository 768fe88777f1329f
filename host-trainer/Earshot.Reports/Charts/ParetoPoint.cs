namespace Earshot.Reports.Charts;

/// <summary>One candidate in a plot of cost against accuracy.</summary>
/// <param name="Name">The candidate.</param>
/// <param name="Cost">What it costs, above 0.</param>
/// <param name="Accuracy">Its accuracy, 0 to 1.</param>
/// <param name="IsOnFront">Whether no other candidate is as good in every objective and better in one.</param>
public sealed record ParetoPoint(string Name, double Cost, double Accuracy, bool IsOnFront);
