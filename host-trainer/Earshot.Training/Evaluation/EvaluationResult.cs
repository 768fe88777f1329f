namespace Earshot.Training.Evaluation;

/// <summary>What a model said of a set of clips.</summary>
/// <param name="Clips">Clip by clip.</param>
/// <param name="Windows">Windows that had a vote.</param>
/// <param name="RightWindows">Windows with a vote whose own decision was right.</param>
public sealed record EvaluationResult(IReadOnlyList<ClipResult> Clips, int Windows, int RightWindows)
{
    /// <summary>The share of clips that were decided right, from 0 to 1.</summary>
    public double ClipAccuracy => (double)Clips.Count(clip => clip.IsRight) / Clips.Count;

    /// <summary>The share of windows with a vote that were decided right, from 0 to 1.</summary>
    public double WindowAccuracy => Windows == 0 ? 0 : (double)RightWindows / Windows;

    /// <summary>The mean of −ln of the probability that clips give their class.</summary>
    public double Loss => Clips.Average(clip => -Math.Log(Math.Max(clip.Probabilities[clip.Label], 1e-7)));

    /// <summary>Element [i][j] counts the clips of class i that the model took for class j.</summary>
    public int[][] ConfusionMatrix()
    {
        var classes = Clips[0].Probabilities.Length;
        var matrix = Enumerable.Range(0, classes).Select(_ => new int[classes]).ToArray();
        foreach (var clip in Clips)
        {
            matrix[clip.Label][clip.Predicted]++;
        }

        return matrix;
    }
}
