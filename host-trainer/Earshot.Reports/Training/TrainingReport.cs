using System.Globalization;
using Earshot.Reports.Charts;
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

        chapters.Add(new ReportChapter("Classes", PerClass(record))
        {
            Introduction = "Recall: share of the class's clips that were recognised. Precision: share of the answers of that class that were right.",
        });
        chapters.Add(new ReportChapter("Confusions", [.. record.Evaluations.Select(evaluation => new ConfusionMatrix(
            $"{evaluation.Name}, {evaluation.Clips} held-out clips", record.Labels, evaluation.Counts))]));
        if (record.Costs.Count > 0)
        {
            chapters.Add(new ReportChapter("Cost on the board", new DataTable(
                "What the model needs",
                [new("Cost"), new("Value", true), new("Note")],
                [.. record.Costs.Select(cost => (IReadOnlyList<string>)[cost.Name, cost.Value, cost.Note])])));
        }

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
            var difference = 100 * (evaluation.Accuracy - record.Evaluations[0].Accuracy);
            figures.Add(new KeyFigure(
                $"Accuracy, {evaluation.Name}",
                Percent(evaluation.Accuracy),
                figures.Count == 0 ? $"{evaluation.Clips} clips" : $"{difference.ToString("+0.0;−0.0;±0.0", CultureInfo.InvariantCulture)} points"));
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

    private static DataTable PerClass(TrainingRecord record)
    {
        var columns = new List<TableColumn> { new("Class"), new("Clips", true) };
        columns.AddRange(record.Evaluations.Select(evaluation => new TableColumn($"Recall, {evaluation.Name}", true)));
        columns.AddRange(record.Evaluations.Select(evaluation => new TableColumn($"Precision, {evaluation.Name}", true)));
        var rows = record.Labels.Select((label, index) =>
        {
            var first = record.Evaluations[0].Counts;
            var clips = Enumerable.Range(0, record.Labels.Count).Sum(answer => first[index, answer]);
            return (IReadOnlyList<string>)
            [
                label,
                clips.ToString(CultureInfo.InvariantCulture),
                .. record.Evaluations.Select(evaluation => Percent(evaluation.Recall(index))),
                .. record.Evaluations.Select(evaluation => Percent(evaluation.Precision(index))),
            ];
        });
        return new DataTable($"Held-out fold {record.HeldOutFold} by class", columns, [.. rows]);
    }

    private static string Percent(double share) =>
        double.IsFinite(share) ? (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %" : "–";
}
