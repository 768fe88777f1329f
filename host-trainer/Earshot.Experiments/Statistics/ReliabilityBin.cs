namespace Earshot.Experiments.Statistics;

/// <summary>Decisions of similar confidence.</summary>
/// <param name="Low">The lowest confidence of the bin, included only in the first bin.</param>
/// <param name="High">The highest confidence of the bin, included.</param>
/// <param name="Count">Decisions in it.</param>
/// <param name="Confidence">Their mean confidence; the bin's middle when it is empty.</param>
/// <param name="Accuracy">The share of them that is right; 0 when it is empty.</param>
public sealed record ReliabilityBin(double Low, double High, int Count, double Confidence, double Accuracy);
