using System.Globalization;
using Earshot.Reports.Charts;
using Earshot.Reports.Html;
using Earshot.Reports.Sections;
using Earshot.Reports.Training;

namespace Earshot.Reports.Classification;

/// <summary>How well each class is told from the others, and what it is taken for.</summary>
internal static class ClassesChapters
{
    /// <summary>The chapters.</summary>
    /// <param name="tested">What was tested on, as a caption begins.</param>
    /// <param name="unit">What the matrices count.</param>
    /// <param name="labels">The classes.</param>
    /// <param name="evaluations">Each form of the model.</param>
    public static IEnumerable<ReportChapter> Create(
        string tested, string unit, IReadOnlyList<string> labels, IReadOnlyList<EvaluationRecord> evaluations) =>
    [
        new ReportChapter("Classes", PerClass(tested, unit, labels, evaluations))
        {
            Introduction = "Recall: share of the class's clips that were recognised. Precision: share of the answers of that class that were right.",
        },
        new ReportChapter("Confusions", [.. evaluations.Select(evaluation => new ConfusionMatrix(
            $"{evaluation.Name}, {evaluation.Clips} {unit}", labels, evaluation.Counts))]),
    ];

    private static DataTable PerClass(string tested, string unit, IReadOnlyList<string> labels, IReadOnlyList<EvaluationRecord> evaluations)
    {
        var columns = new List<TableColumn> { new("Class"), new(char.ToUpperInvariant(unit[0]) + unit[1..], true) };
        columns.AddRange(evaluations.Select(evaluation => new TableColumn($"Recall, {evaluation.Name}", true)));
        columns.AddRange(evaluations.Select(evaluation => new TableColumn($"Precision, {evaluation.Name}", true)));
        var rows = labels.Select((label, index) => (IReadOnlyList<string>)
        [
            label,
            Enumerable.Range(0, labels.Count).Sum(answer => evaluations[0].Counts[index, answer]).ToString(CultureInfo.InvariantCulture),
            .. evaluations.Select(evaluation => Shares.Percent(evaluation.Recall(index))),
            .. evaluations.Select(evaluation => Shares.Percent(evaluation.Precision(index))),
        ]);
        return new DataTable($"{tested} by class", columns, [.. rows]);
    }
}
