using Earshot.Experiments.Statistics;

namespace Earshot.Experiments.Results;

/// <summary>
/// What one form of the models came to over all runs. Counts and curves pool the held-out clips of all folds, once for each seed.
/// </summary>
public sealed record FormSummary
{
    /// <summary>The clip accuracy with its spread and intervals.</summary>
    public required AccuracyEstimate Accuracy { get; init; }

    /// <summary>The accuracy on foreground clips; null where the dataset does not say which are.</summary>
    public AccuracyEstimate? Foreground { get; init; }

    /// <summary>The accuracy on background clips; null where the dataset does not say which are.</summary>
    public AccuracyEstimate? Background { get; init; }

    /// <summary>The accuracy, 0 to 1, when the probabilities of all seeds' models are averaged; null with one seed.</summary>
    public double? EnsembleAccuracy { get; init; }

    /// <summary>Element [i][j] counts the clips of class i that were taken for class j.</summary>
    public required int[][] Confusion { get; init; }

    /// <summary>Class by class, in the order of the labels.</summary>
    public required IReadOnlyList<ClassMetrics> Classes { get; init; }

    /// <summary>The mean F1 of the classes, 0 to 1.</summary>
    public required double MacroF1 { get; init; }

    /// <summary>How far the probability of the chosen class can be believed.</summary>
    public required ReliabilityCurve Reliability { get; init; }

    /// <summary>One curve a class against all others, in the order of the labels.</summary>
    public required IReadOnlyList<RocCurve> Roc { get; init; }
}
