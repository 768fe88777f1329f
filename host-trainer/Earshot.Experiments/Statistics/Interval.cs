namespace Earshot.Experiments.Statistics;

/// <summary>An interval of confidence.</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end.</param>
public sealed record Interval(double Low, double High)
{
    /// <summary>
    /// The 95 % interval of a share of independent trials (E. B. Wilson, "Probable inference, the law of succession, and
    /// statistical inference", 1927).
    /// </summary>
    /// <param name="share">The observed share, 0 to 1.</param>
    /// <param name="trials">Independent trials, 1 or more.</param>
    public static Interval Wilson(double share, int trials)
    {
        const double quantile = 1.959963984540054;
        const double square = quantile * quantile;
        var middle = (share + (square / (2 * trials))) / (1 + (square / trials));
        var half = quantile / (1 + (square / trials)) * Math.Sqrt((share * (1 - share) / trials) + (square / (4.0 * trials * trials)));
        return new Interval(Math.Max(0, middle - half), Math.Min(1, middle + half));
    }

    /// <summary>
    /// The 95 % interval of a mean by Student's t distribution; null for fewer than two values. The ends of an interval of
    /// shares are kept within 0 and 1.
    /// </summary>
    /// <param name="shares">Shares, 0 to 1, that are taken for independent.</param>
    public static Interval? Student(IReadOnlyList<double> shares)
    {
        if (shares.Count < 2)
        {
            return null;
        }

        var quantile = MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, shares.Count - 1, 0.975);
        var half = quantile * Spread.StandardDeviation(shares)!.Value / Math.Sqrt(shares.Count);
        var mean = shares.Average();
        return new Interval(Math.Max(0, mean - half), Math.Min(1, mean + half));
    }
}
