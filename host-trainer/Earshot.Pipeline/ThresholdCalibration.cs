using Earshot.Native;
using Earshot.Training.Features;

namespace Earshot.Pipeline;

/// <summary>
/// Chooses each class's thresholds from the scores that the pack gives to the training clips: the on-threshold is the one
/// with the best F1 for telling the class's clips from the others by their highest smoothed score; the off-threshold is
/// half of it. A network is surer of the clips that it was trained on than of any others, so the on-threshold is kept
/// within <see cref="Lowest"/> and <see cref="Highest"/>.
/// </summary>
internal static class ThresholdCalibration
{
    internal const double Lowest = 0.25;
    internal const double Highest = 0.5;

    internal static IReadOnlyList<ModelClass> Classes(Model model, FeatureSet training)
    {
        using var scorer = new PackScorer(model, model.WindowColumns);
        var peaks = training.Clips.Select(clip => Peaks(scorer.Probabilities(clip), model, training.HopSeconds)).ToArray();
        return [.. model.Classes.Select((item, index) =>
        {
            var on = Best([.. peaks.Select((peak, clip) => (peak[index], training.Clips[clip].Label == index))]);
            return item with { OnThreshold = on, OffThreshold = on / 2 };
        })];
    }

    /// <summary>The threshold with the best F1 among sixteenths; the middle of the best where several are equal.</summary>
    internal static double Best(IReadOnlyList<(float Peak, bool IsClass)> clips)
    {
        var thresholds = Enumerable.Range((int)(Lowest * 16), (int)((Highest - Lowest) * 16) + 1).Select(step => step / 16.0).ToArray();
        var scores = thresholds.Select(threshold => F1(clips, threshold)).ToArray();
        var best = thresholds.Where((_, index) => scores[index] == scores.Max()).ToArray();
        return best[best.Length / 2];
    }

    private static double F1(IReadOnlyList<(float Peak, bool IsClass)> clips, double threshold)
    {
        var right = clips.Count(clip => clip.IsClass && clip.Peak >= threshold);
        var wrong = clips.Count(clip => !clip.IsClass && clip.Peak >= threshold);
        var missed = clips.Count(clip => clip.IsClass && clip.Peak < threshold);
        return 2.0 * right / Math.Max(1, (2 * right) + wrong + missed);
    }

    private static float[] Peaks(float[] probabilities, Model model, float hopSeconds)
    {
        var classes = model.Classes.Count;
        var decisionSeconds = model.DecisionHop * hopSeconds;
        // The same filter as the device's ScoreSmoother.
        var share = decisionSeconds / (decisionSeconds + model.Smoothing.TotalSeconds);
        var smoothed = new double[classes];
        var peaks = new float[classes];
        for (var at = 0; at < probabilities.Length; at++)
        {
            var index = at % classes;
            smoothed[index] = at < classes ? probabilities[at] : smoothed[index] + (share * (probabilities[at] - smoothed[index]));
            peaks[index] = Math.Max(peaks[index], (float)smoothed[index]);
        }

        return peaks;
    }
}
