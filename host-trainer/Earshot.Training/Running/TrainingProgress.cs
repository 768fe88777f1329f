namespace Earshot.Training.Running;

/// <summary>How far a run is, reported after each epoch.</summary>
/// <param name="Epoch">Epochs done.</param>
/// <param name="Epochs">Epochs to do.</param>
/// <param name="Loss">The mean training loss of the epoch.</param>
/// <param name="LearningRate">The learning rate of the epoch's last step.</param>
/// <param name="WindowsPerSecond">Windows trained on a second of wall time.</param>
/// <param name="ValidationAccuracy">The clip accuracy on the validation fold, from 0 to 1, if there is one.</param>
public sealed record TrainingProgress(
    int Epoch, int Epochs, double Loss, double LearningRate, double WindowsPerSecond, double? ValidationAccuracy);
