using Earshot.Experiments.Statistics;
using Earshot.Training.Evaluation;

namespace Earshot.Experiments.Results;

/// <summary>Computes the figures of an experiment from its runs.</summary>
public static class Summaries
{
    private const int Foreground = 1;
    private const int Background = 2;

    /// <summary>The figures of one form of the models.</summary>
    /// <param name="labels">The classes.</param>
    /// <param name="runs">The runs, at least one.</param>
    /// <param name="form">The form.</param>
    public static FormSummary Of(IReadOnlyList<string> labels, IReadOnlyCollection<FoldRun> runs, ModelForm form)
    {
        var decisions = Decisions(runs, form, _ => true);
        var confusion = Confusion(labels.Count, decisions);
        var classes = ClassMetrics.Of(labels, confusion);
        return new FormSummary
        {
            Accuracy = AccuracyEstimate.Of(decisions) ?? throw new ArgumentException("There is no run.", nameof(runs)),
            Foreground = AccuracyEstimate.Of(Decisions(runs, form, clip => clip.Salience == Foreground)),
            Background = AccuracyEstimate.Of(Decisions(runs, form, clip => clip.Salience == Background)),
            EnsembleAccuracy = Ensemble(decisions),
            Confusion = confusion,
            Classes = classes,
            MacroF1 = classes.Average(item => item.F1),
            Reliability = ReliabilityCurve.Of(decisions),
            Roc = [.. labels.Select((label, index) => RocCurve.Of(label, index, decisions))],
        };
    }

    private static Decision[] Decisions(IEnumerable<FoldRun> runs, ModelForm form, Func<ClipScores, bool> which) =>
        [.. from run in runs
            from clip in run.Clips
            where which(clip)
            select new Decision(run.HeldOutFold, run.Seed, clip.Name, clip.Label, clip.Of(form))];

    private static int[][] Confusion(int classes, IEnumerable<Decision> decisions)
    {
        var matrix = Enumerable.Range(0, classes).Select(_ => new int[classes]).ToArray();
        foreach (var decision in decisions)
        {
            matrix[decision.Label][decision.Predicted]++;
        }

        return matrix;
    }

    private static double? Ensemble(IReadOnlyCollection<Decision> decisions)
    {
        if (decisions.Select(decision => decision.Seed).Distinct().Count() < 2)
        {
            return null;
        }

        return decisions
            .GroupBy(decision => (decision.Fold, decision.Clip))
            .GroupBy(clip => clip.Key.Fold)
            .Average(fold => fold.Average(clip => IsRight([.. clip]) ? 1.0 : 0.0));
    }

    private static bool IsRight(IReadOnlyList<Decision> seeds)
    {
        var sum = new float[seeds[0].Probabilities.Length];
        foreach (var decision in seeds)
        {
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] += decision.Probabilities[i];
            }
        }

        return ClipDecision.Best(sum) == seeds[0].Label;
    }
}
