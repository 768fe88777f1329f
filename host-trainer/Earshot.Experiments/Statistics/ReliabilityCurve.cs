namespace Earshot.Experiments.Statistics;

/// <summary>
/// Whether decisions made with a confidence of p are right with a probability of p (C. Guo, G. Pleiss, Y. Sun, K. Q. Weinberger, "On
/// Calibration of Modern Neural Networks", 2017). The confidence is the probability of the chosen class.
/// </summary>
/// <param name="Bins">Bins of equal width from 0 to 1.</param>
/// <param name="ExpectedCalibrationError">The mean of |accuracy − confidence| of the bins, weighted by their decisions; 0 to 1.</param>
public sealed record ReliabilityCurve(IReadOnlyList<ReliabilityBin> Bins, double ExpectedCalibrationError)
{
    /// <summary>Bins that are used when nothing else is said, as in the paper.</summary>
    public const int DefaultBins = 15;

    /// <summary>Sorts decisions into bins.</summary>
    public static ReliabilityCurve Of(IReadOnlyCollection<Decision> decisions, int bins = DefaultBins)
    {
        var sorted = decisions
            .Select(decision => (Confidence: (double)decision.Probabilities[decision.Predicted], decision.IsRight))
            .ToLookup(item => Math.Clamp((int)Math.Ceiling(item.Confidence * bins) - 1, 0, bins - 1));
        ReliabilityBin[] all = [.. Enumerable.Range(0, bins).Select(bin => Bin(bin, bins, [.. sorted[bin]]))];
        var error = all.Sum(bin => bin.Count * Math.Abs(bin.Accuracy - bin.Confidence)) / Math.Max(1, decisions.Count);
        return new ReliabilityCurve(all, error);
    }

    private static ReliabilityBin Bin(int bin, int bins, (double Confidence, bool IsRight)[] items)
    {
        var (low, high) = ((double)bin / bins, (bin + 1.0) / bins);
        return items.Length == 0
            ? new ReliabilityBin(low, high, 0, (low + high) / 2, 0)
            : new ReliabilityBin(
                low, high, items.Length, items.Average(item => item.Confidence), items.Average(item => item.IsRight ? 1.0 : 0.0));
    }
}
