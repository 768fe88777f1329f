using Earshot.Pipeline;
using Earshot.Training.Running;

namespace Earshot.Experiments.Results;

/// <summary>One training: a fold held out, a seed, and what its models said of that fold's clips.</summary>
public sealed record FoldRun
{
    /// <summary>The fold that took no part in training nor in any choice.</summary>
    public required int HeldOutFold { get; init; }

    /// <summary>The fold of the others that chose the epoch; null when the last epoch was taken.</summary>
    public int? ValidationFold { get; init; }

    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The candidate whose options were used; null in an experiment without candidates.</summary>
    public string? Candidate { get; init; }

    /// <summary>The run's folder inside the experiment's: what <c>earshot train</c> makes.</summary>
    public required string Folder { get; init; }

    /// <summary>The clips of the held-out fold, in the dataset's order.</summary>
    public required IReadOnlyList<ClipScores> Clips { get; init; }

    /// <summary>How far pack and QDQ model give the same logits.</summary>
    public required LogitAgreement Agreement { get; init; }

    /// <summary>The training, epoch by epoch.</summary>
    public required IReadOnlyList<EpochRecord> History { get; init; }

    /// <summary>The epoch, from 1, whose weights were taken.</summary>
    public required int ChosenEpoch { get; init; }

    /// <summary>How int8 ranges were chosen, in words.</summary>
    public required string Quantization { get; init; }

    /// <summary>What the pack costs.</summary>
    public required RunCost Cost { get; init; }

    /// <summary>Wall time from features to evaluation, of the part that was not interrupted.</summary>
    public required double Seconds { get; init; }

    /// <summary>The share of clips that a form decided right, 0 to 1.</summary>
    public double Accuracy(ModelForm form) =>
        (double)Clips.Count(clip => Training.Evaluation.ClipDecision.Best(clip.Of(form)) == clip.Label) / Clips.Count;
}
