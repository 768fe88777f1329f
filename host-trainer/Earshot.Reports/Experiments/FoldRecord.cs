namespace Earshot.Reports.Experiments;

/// <summary>The accuracy on one held-out fold.</summary>
/// <param name="Fold">The fold.</param>
/// <param name="Clips">Its clips.</param>
/// <param name="Accuracies">The accuracy of each form, 0 to 1, the mean over seeds.</param>
public sealed record FoldRecord(int Fold, int Clips, IReadOnlyList<double> Accuracies);
