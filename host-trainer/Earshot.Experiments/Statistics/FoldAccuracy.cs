namespace Earshot.Experiments.Statistics;

/// <summary>The accuracy on one fold.</summary>
/// <param name="Fold">The fold.</param>
/// <param name="Accuracy">The mean over seeds of the share of clips decided right, 0 to 1.</param>
/// <param name="Clips">The fold's clips.</param>
public sealed record FoldAccuracy(int Fold, double Accuracy, int Clips);
