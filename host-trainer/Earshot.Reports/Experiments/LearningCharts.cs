using Earshot.Reports.Charts;
using Earshot.Reports.Training;

namespace Earshot.Reports.Experiments;

/// <summary>The learning curves of all trainings of an experiment in common charts.</summary>
internal static class LearningCharts
{
    /// <summary>The chapter, or none where there is no curve.</summary>
    public static IReadOnlyList<ReportChapter> Create(IReadOnlyList<LearningCurve> curves)
    {
        var charts = new[]
        {
            Chart("Training loss", "cross entropy", curves, epoch => epoch.TrainingLoss),
            Chart("Validation loss", "cross entropy", curves, epoch => epoch.ValidationLoss),
            Chart("Validation accuracy", "%", curves, epoch => 100 * epoch.ValidationAccuracy),
        };
        var drawn = charts.OfType<LineChart>().ToArray();
        return drawn.Length == 0
            ? []
            : [new ReportChapter("Training", drawn) { Introduction = "One line for each training; those that held out the same fold share a colour." }];
    }

    private static LineChart? Chart(string title, string unit, IReadOnlyList<LearningCurve> curves, Func<EpochRecord, double?> value)
    {
        var shown = curves.Where(curve => curve.Epochs.Any(epoch => value(epoch) is not null)).ToArray();
        if (shown.Length == 0)
        {
            return null;
        }

        var folds = curves.Select(curve => curve.Fold).Distinct().Order().ToList();
        var epochs = shown.Max(curve => curve.Epochs.Max(epoch => epoch.Epoch));
        return new LineChart(
            title,
            "epoch",
            [.. Enumerable.Range(1, epochs).Select(epoch => (double)epoch)],
            [.. shown.Select(curve => new LineSeries(curve.Name, Values(curve, epochs, value)) { Color = folds.IndexOf(curve.Fold) })])
        {
            LeftName = unit,
        };
    }

    private static double[] Values(LearningCurve curve, int epochs, Func<EpochRecord, double?> value)
    {
        var values = new double[epochs];
        Array.Fill(values, double.NaN);
        foreach (var epoch in curve.Epochs)
        {
            values[epoch.Epoch - 1] = value(epoch) ?? double.NaN;
        }

        return values;
    }
}
