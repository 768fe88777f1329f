namespace Earshot.Experiments.Statistics;

/// <summary>How far values lie apart.</summary>
internal static class Spread
{
    /// <summary>The sample's standard deviation (divisor n − 1); null for fewer than two values.</summary>
    internal static double? StandardDeviation(IReadOnlyList<double> values)
    {
        if (values.Count < 2)
        {
            return null;
        }

        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
    }
}
