namespace Earshot.Reports.Sweeps;

/// <summary>One trial of a sweep with its result.</summary>
/// <param name="Name">Its number, such as "0012".</param>
/// <param name="Values">The value of each varied key.</param>
/// <param name="Accuracy">What is maximised, 0 to 1.</param>
/// <param name="Costs">What is minimised.</param>
/// <param name="Rank">0 on the Pareto front, 1 on the front of what is left without it, and so on.</param>
public sealed record SweepTrial(string Name, IReadOnlyList<string> Values, double Accuracy, IReadOnlyList<double> Costs, int Rank);
