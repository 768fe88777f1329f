namespace Earshot.Reports.Charts;

/// <summary>Lines with a value at each of some times.</summary>
/// <param name="Positions">The times in seconds, ascending.</param>
/// <param name="Series">The lines.</param>
public sealed record TimeSeries(IReadOnlyList<double> Positions, IReadOnlyList<LineSeries> Series)
{
    /// <summary>The same with at most <paramref name="most"/> times; each takes the largest value of its stretch, so no peak is lost.</summary>
    public TimeSeries Reduce(int most)
    {
        if (Positions.Count <= most)
        {
            return this;
        }

        var edges = Enumerable.Range(0, most + 1).Select(i => (int)((long)i * Positions.Count / most)).ToArray();
        return new TimeSeries(
            [.. edges[..^1].Select(edge => Positions[edge])],
            [.. Series.Select(line => line with { Values = [.. Enumerable.Range(0, most).Select(i => Largest(line.Values, edges[i], edges[i + 1]))] })]);
    }

    /// <summary>
    /// The same with at most <paramref name="most"/> times; each stretch is told by its smallest and its largest value, so that neither
    /// peaks nor gaps are lost.
    /// </summary>
    public TimeSeries ReduceToRange(int most)
    {
        if (Positions.Count <= most)
        {
            return this;
        }

        var stretches = most / 2;
        var edges = Enumerable.Range(0, stretches + 1).Select(i => (int)((long)i * Positions.Count / stretches)).ToArray();
        return new TimeSeries(
            [.. edges[..^1].SelectMany((edge, i) => new[] { Positions[edge], Positions[(edge + edges[i + 1]) / 2] })],
            [.. Series.Select(line => line with
            {
                Values = [.. edges[..^1].SelectMany((edge, i) => new[] { Smallest(line.Values, edge, edges[i + 1]), Largest(line.Values, edge, edges[i + 1]) })],
            })]);
    }

    private static double Smallest(IReadOnlyList<double> values, int start, int end)
    {
        var smallest = double.NaN;
        for (var i = start; i < end; i++)
        {
            smallest = double.IsNaN(smallest) || values[i] < smallest ? values[i] : smallest;
        }

        return smallest;
    }

    private static double Largest(IReadOnlyList<double> values, int start, int end)
    {
        var largest = double.NaN;
        for (var i = start; i < end; i++)
        {
            largest = double.IsNaN(largest) || values[i] > largest ? values[i] : largest;
        }

        return largest;
    }
}
