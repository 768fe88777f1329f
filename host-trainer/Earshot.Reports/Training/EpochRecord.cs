namespace Earshot.Reports.Training;

/// <summary>The state after one pass over the training clips.</summary>
/// <param name="Epoch">Its number, from 1.</param>
/// <param name="TrainingLoss">Mean loss over the training windows.</param>
public sealed record EpochRecord(int Epoch, double TrainingLoss)
{
    /// <summary>Mean loss over the validation windows, where it was computed.</summary>
    public double? ValidationLoss { get; init; }

    /// <summary>Share of validation clips that were right, 0 to 1, where it was computed.</summary>
    public double? ValidationAccuracy { get; init; }
}
