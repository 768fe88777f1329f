namespace Earshot.Training.Running;

/// <summary>What one epoch came to.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Loss">The mean training loss.</param>
/// <param name="LearningRate">The learning rate of its last step.</param>
/// <param name="ValidationLoss">The loss on the validation fold's clips, if there is one.</param>
/// <param name="ValidationAccuracy">The clip accuracy on the validation fold, from 0 to 1, if there is one.</param>
public sealed record EpochRecord(
    int Epoch, double Loss, double LearningRate, double? ValidationLoss, double? ValidationAccuracy);
