using Earshot.Experiments.Statistics;
using Earshot.Reports.Classification;
using Earshot.Training.Evaluation;

namespace Earshot.Cli.Output.Reports;

/// <summary>Brings statistics into the form in which reports draw them.</summary>
internal static class Statistics
{
    /// <summary>The decisions of one run.</summary>
    public static IReadOnlyList<Decision> Decisions(EvaluationResult result) =>
        [.. result.Clips.Select(clip => new Decision(0, 0, clip.Name, clip.Label, clip.Probabilities))];

    /// <summary>The bins that have decisions in them.</summary>
    public static IReadOnlyList<Earshot.Reports.Classification.ReliabilityBin> Bins(ReliabilityCurve curve) =>
        [.. curve.Bins.Where(bin => bin.Count > 0)
            .Select(bin => new Earshot.Reports.Classification.ReliabilityBin(bin.Confidence, bin.Accuracy, bin.Count))];

    /// <summary>The curves of classes that have one.</summary>
    public static IReadOnlyList<ClassCurve> Curves(IEnumerable<RocCurve> curves) =>
        [.. curves.SelectMany(curve => curve.Area is { } area
            ? new[] { new ClassCurve(curve.Label, [.. curve.Points.Select(point => (point.FalsePositives, point.TruePositives))], area) }
            : [])];

    /// <summary>A confusion matrix as reports take it.</summary>
    public static int[,] Counts(int[][] matrix)
    {
        var counts = new int[matrix.Length, matrix.Length];
        for (var row = 0; row < matrix.Length; row++)
        {
            for (var column = 0; column < matrix.Length; column++)
            {
                counts[row, column] = matrix[row][column];
            }
        }

        return counts;
    }
}
