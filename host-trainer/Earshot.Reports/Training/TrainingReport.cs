using Earshot.Reports.Boards;
using Earshot.Reports.Charts;
using Earshot.Reports.Classification;
using Earshot.Reports.Html;
using Earshot.Reports.Mistakes;
using Earshot.Reports.Sections;

namespace Earshot.Reports.Training;

/// <summary>Composes the report on a training run or an evaluation.</summary>
public static class TrainingReport
{
    /// <summary>Composes the report.</summary>
    public static Report Create(TrainingRecord record)
    {
        var chapters = new List<ReportChapter> { new("Result", Figures(record)) };
        if (record.Epochs.Count > 0)
        {
            chapters.Add(new ReportChapter("Training", [LossChart(record), .. AccuracyChart(record)]));
        }

        chapters.AddRange(ClassesChapters.Create($"Held-out fold {record.HeldOutFold}", "held-out clips", record.Labels, record.Evaluations));
        chapters.AddRange(ConfidenceChapter.Create(record.Reliability, record.Curves));
        chapters.AddRange(MistakesChapter.Create(record.Mistakes));
        chapters.AddRange(CostChapter.Create(record.Costs, record.Boards));

        chapters.AddRange(record.Chapters);
        chapters.Add(new ReportChapter("Run it again", new CommandLine(record.Command), new Settings(record.Settings)));
        return new Report(
            record.Title, $"Model {record.Model} on {record.Dataset}, tested on fold {record.HeldOutFold}, which it was not trained on.", chapters);
    }

    private static KeyFigures Figures(TrainingRecord record)
    {
        var figures = new List<KeyFigure>();
        foreach (var evaluation in record.Evaluations)
        {
            figures.Add(new KeyFigure(
                $"Accuracy, {evaluation.Name}",
                Shares.Percent(evaluation.Accuracy),
                figures.Count == 0 ? $"{evaluation.Clips} clips" : Shares.Difference(evaluation.Accuracy, record.Evaluations[0].Accuracy)));
        }

        return new KeyFigures([.. figures, .. record.Figures]);
    }

    private static LineChart LossChart(TrainingRecord record) => new(
        "Loss",
        "epoch",
        [.. record.Epochs.Select(epoch => (double)epoch.Epoch)],
        Lines(record, epoch => epoch.ValidationLoss, new LineSeries("training", [.. record.Epochs.Select(epoch => epoch.TrainingLoss)])))
    {
        LeftName = "cross entropy",
    };

    /// <summary>A chart, or none where no epoch was validated.</summary>
    private static IReadOnlyList<LineChart> AccuracyChart(TrainingRecord record)
    {
        var lines = Lines(record, epoch => 100 * epoch.ValidationAccuracy);
        return lines.Count == 0
            ? []
            : [new LineChart("Accuracy", "epoch", [.. record.Epochs.Select(epoch => (double)epoch.Epoch)], lines) { LeftName = "%" }];
    }

    private static IReadOnlyList<LineSeries> Lines(TrainingRecord record, Func<EpochRecord, double?> validation, params LineSeries[] training)
    {
        var isValidated = record.Epochs.Any(epoch => validation(epoch) is not null);
        return isValidated
            ? [.. training, new LineSeries("validation", [.. record.Epochs.Select(epoch => validation(epoch) ?? double.NaN)])]
            : training;
    }
}
