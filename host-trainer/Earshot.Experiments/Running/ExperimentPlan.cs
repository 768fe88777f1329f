using Earshot.Datasets;
using Earshot.Experiments.Configuration;

namespace Earshot.Experiments.Running;

/// <summary>Which folds are held out together, and which fold may choose the epoch.</summary>
internal static class ExperimentPlan
{
    /// <summary>The folds that are reported, ascending.</summary>
    internal static IReadOnlyList<int> ReportedFolds(ExperimentConfiguration configuration, Dataset dataset) =>
        configuration.Folds.Count == 0 ? dataset.Folds : [.. configuration.Folds.Order()];

    /// <summary>
    /// Pairs of folds that are both left out so that each can judge candidates for the other: every reported fold with
    /// every other one.
    /// </summary>
    internal static IReadOnlyList<(int First, int Second)> Pairs(IReadOnlyList<int> folds, IReadOnlyList<int> reported) =>
        [.. from first in folds
            from second in folds
            where first < second && (reported.Contains(first) || reported.Contains(second))
            select (first, second)];

    /// <summary>
    /// The fold that chooses the epoch: the first one behind the lowest fold left out, in ascending order and from the start again
    /// after the last, that is not left out itself; null when the rule is that none does.
    /// </summary>
    internal static int? ValidationFold(ValidationRule rule, IReadOnlyList<int> folds, params int[] leftOut)
    {
        if (rule == ValidationRule.None)
        {
            return null;
        }

        var lowest = leftOut.Min();
        return folds.Where(fold => fold > lowest).Concat(folds).First(fold => !leftOut.Contains(fold));
    }
}
