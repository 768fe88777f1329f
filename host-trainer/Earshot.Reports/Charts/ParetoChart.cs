using Earshot.Reports.Html;

namespace Earshot.Reports.Charts;

/// <summary>Candidates by accuracy and one cost, with the best accuracy that each cost buys as a line of steps.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="CostName">The cost with its unit.</param>
/// <param name="Points">The candidates.</param>
public sealed record ParetoChart(string Title, string CostName, IReadOnlyList<ParetoPoint> Points) : IReportSection
{
    // Costs that differ by more than this factor are spaced by their logarithm.
    private const double LogarithmicFrom = 20;

    /// <inheritdoc/>
    public HtmlContent Render()
    {
        ParetoPoint[] ordered = [.. Points.OrderBy(point => point.Cost).ThenBy(point => point.Accuracy)];
        string[] names = [.. ordered.Select(point => point.Name)];
        var best = double.NegativeInfinity;
        double[] steps = [.. ordered.Select(point => 100 * (best = Math.Max(best, point.Accuracy)))];
        return new LineChart(
            Title,
            CostName,
            [.. ordered.Select(point => point.Cost)],
            [
                new LineSeries("best at this cost", steps) { IsStepped = true, Color = 2 },
                new LineSeries("on the front", Accuracies(ordered, true)) { IsPoints = true, Color = 2, Names = names },
                new LineSeries("beaten", Accuracies(ordered, false)) { IsPoints = true, Color = 9, Names = names },
            ])
        {
            LeftName = "accuracy, %",
            IsLogarithmic = ordered.Length > 0 && ordered[^1].Cost > LogarithmicFrom * ordered[0].Cost,
        }.Render();
    }

    private static double[] Accuracies(ParetoPoint[] points, bool areOnFront) =>
        [.. points.Select(point => point.IsOnFront == areOnFront ? 100 * point.Accuracy : double.NaN)];
}
