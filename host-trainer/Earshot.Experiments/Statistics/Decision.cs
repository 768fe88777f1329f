namespace Earshot.Experiments.Statistics;

/// <summary>One decision about one clip by the model of one fold and seed.</summary>
/// <param name="Fold">The held-out fold.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Clip">The clip's name.</param>
/// <param name="Label">The index of its class.</param>
/// <param name="Probabilities">[classes].</param>
public sealed record Decision(int Fold, ulong Seed, string Clip, int Label, float[] Probabilities)
{
    /// <summary>The class that was chosen.</summary>
    public int Predicted { get; } = Training.Evaluation.ClipDecision.Best(Probabilities);

    /// <summary>Whether it is the clip's class.</summary>
    public bool IsRight => Predicted == Label;
}
