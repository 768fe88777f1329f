using System.Globalization;
using Earshot.Reports.Boards;
using Earshot.Reports.Classification;
using Earshot.Reports.Html;
using Earshot.Reports.Mistakes;
using Earshot.Reports.Sections;

namespace Earshot.Reports.Experiments;

/// <summary>Composes the report on an experiment.</summary>
public static class ExperimentReport
{
    /// <summary>Composes the report.</summary>
    public static Report Create(ExperimentRecord record) => new(
        record.Title,
        record.Subtitle,
        [
            new ReportChapter("Result", new KeyFigures(record.Figures), Folds(record)),
            .. LearningCharts.Create(record.Curves),
            .. ClassesChapters.Create("All held-out folds", "decisions", record.Labels, record.Evaluations),
            .. ConfidenceChapter.Create(record.Reliability, record.Characteristics),
            .. MistakesChapter.Create(record.Mistakes),
            .. CostChapter.Create(record.Costs, record.Boards),
            .. record.Chapters,
            new ReportChapter("Run it again", new CommandLine(record.Command), new Settings(record.Settings)),
        ]);

    private static DataTable Folds(ExperimentRecord record) => new(
        "Accuracy on each fold while it was held out, mean over seeds",
        [new("Fold"), new("Clips", true), .. record.Evaluations.Select(form => new TableColumn(form.Name, true))],
        [.. record.Folds.Select(fold => (IReadOnlyList<string>)
        [
            fold.Fold.ToString(CultureInfo.InvariantCulture),
            fold.Clips.ToString(CultureInfo.InvariantCulture),
            .. fold.Accuracies.Select(Shares.Percent),
        ])]);
}
