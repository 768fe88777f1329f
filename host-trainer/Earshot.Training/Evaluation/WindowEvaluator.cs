using Earshot.Training.Features;

namespace Earshot.Training.Evaluation;

/// <summary>Decides clips from their windows. The same rule serves the float model, the QDQ model and the pack.</summary>
/// <param name="Gate">Which windows are quiet.</param>
/// <param name="WindowFrames">Frames in a window.</param>
/// <param name="HopFrames">Frames from one window to the next.</param>
/// <param name="Rule">How the windows make one decision.</param>
public sealed record WindowEvaluator(QuietGate Gate, int WindowFrames, int HopFrames, DecisionRule Rule = DecisionRule.Mean)
{
    /// <summary>Evaluates an ONNX model.</summary>
    public EvaluationResult Evaluate(WindowScorer scorer, FeatureSet set) =>
        Evaluate(set, clip => scorer.Score(clip, HopFrames, set.Scale, set.ZeroPoint));

    /// <summary>Evaluates anything that gives each full window of a clip its probabilities.</summary>
    /// <param name="set">The clips.</param>
    /// <param name="score">
    /// The probabilities of a clip's windows that start at multiples of <see cref="HopFrames"/>: [windows][classes].
    /// </param>
    /// <exception cref="InputException">A clip is shorter than a window.</exception>
    public EvaluationResult Evaluate(FeatureSet set, Func<FeatureClip, float[]> score)
    {
        var classes = set.Labels.Count;
        var clips = new List<ClipResult>();
        int windows = 0, right = 0;
        foreach (var clip in set.Clips)
        {
            var loud = Gate.LoudWindows(clip.Levels, WindowFrames, HopFrames, set.HopSeconds);
            if (loud.Length == 0)
            {
                throw new InputException(
                    clip.Name,
                    $"it has {clip.Frames} frames, less than one window of {WindowFrames}.",
                    "Leave the clip out, or train with shorter windows.");
            }

            var probabilities = score(clip);
            clips.Add(new ClipResult(clip.Name, clip.Label, ClipDecision.By(Rule, probabilities, classes, loud)));
            for (var window = 0; window < loud.Length; window++)
            {
                if (loud[window])
                {
                    windows++;
                    right += ClipDecision.Best(probabilities.AsSpan(window * classes, classes)) == clip.Label ? 1 : 0;
                }
            }
        }

        return new EvaluationResult(clips, windows, right);
    }
}
