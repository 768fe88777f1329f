namespace Earshot.Reports.Training;

/// <summary>The state after one pass over the training clips.</summary>
/// <param name="Epoch">Its number, from 1.</param>
/// <param name="TrainingLoss">Mean loss over the training windows.</param>
/// <param name="TrainingAccuracy">Share of training windows that were right, 0 to 1.</param>
public sealed record EpochRecord(int Epoch, double TrainingLoss, double TrainingAccuracy)
{
    /// <summary>Mean loss over the held-out windows, where it was computed.</summary>
    public double? HeldOutLoss { get; init; }

    /// <summary>Share of held-out clips that were right, 0 to 1, where it was computed.</summary>
    public double? HeldOutAccuracy { get; init; }
}
