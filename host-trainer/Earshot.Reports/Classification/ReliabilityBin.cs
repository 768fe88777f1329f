namespace Earshot.Reports.Classification;

/// <summary>Clips that were decided with about the same confidence.</summary>
/// <param name="Confidence">The mean of their highest probabilities, 0 to 1.</param>
/// <param name="Accuracy">The share of them that were right, 0 to 1.</param>
/// <param name="Clips">How many there are.</param>
public sealed record ReliabilityBin(double Confidence, double Accuracy, int Clips);
