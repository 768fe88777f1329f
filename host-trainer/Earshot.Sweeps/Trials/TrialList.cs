using Earshot.Sweeps.Configuration;
using Earshot.Training.Randomness;

namespace Earshot.Sweeps.Trials;

/// <summary>Lists the trials of a sweep; the same sweep always gives the same list.</summary>
internal static class TrialList
{
    private const int MostTrials = 100_000;

    /// <summary>The trials, in order.</summary>
    /// <exception cref="InputException">There are too many, or a grid has a continuous range without a count.</exception>
    public static IReadOnlyList<Trial> Of(SweepDefinition sweep)
    {
        var points = sweep.RandomTrials is { } count ? Random(sweep, count) : Grid(sweep);
        return [.. points.Select((values, index) => new Trial(index + 1, values))];
    }

    private static IEnumerable<IReadOnlyList<string>> Grid(SweepDefinition sweep)
    {
        List<IReadOnlyList<string>> points = [[]];
        foreach (var (key, range) in sweep.Ranges)
        {
            var values = range.GridValues ?? throw new InputException(
                sweep.File, $"ranges.{key} has no count, so a grid has no end.", "Give it a count, or use strategy: {random: n}.");
            if ((long)points.Count * values.Count > MostTrials)
            {
                throw new InputException(
                    sweep.File, $"the grid has more than {MostTrials} trials.", "Use fewer values, or strategy: {random: n}.");
            }

            points = [.. points.SelectMany(point => values.Select(value => (IReadOnlyList<string>)[.. point, value]))];
        }

        return points;
    }

    /// <summary>Different points only: a point that was drawn before is drawn again.</summary>
    private static IEnumerable<IReadOnlyList<string>> Random(SweepDefinition sweep, int count)
    {
        CheckEnough(sweep, count);
        var random = new RandomSource(sweep.Seed);
        var seen = new HashSet<string>();
        var points = new List<IReadOnlyList<string>>();
        while (points.Count < count)
        {
            string[] point = [.. sweep.Ranges.Select(range => range.Range.Sample(random))];
            if (seen.Add(string.Join('\n', point)))
            {
                points.Add(point);
            }
        }

        return points;
    }

    private static void CheckEnough(SweepDefinition sweep, int count)
    {
        // A continuous range has about 900 000 values of six digits in each decade, which counts as without end.
        double points = 1;
        foreach (var (_, range) in sweep.Ranges)
        {
            points *= range is Ranges.ContinuousRange ? 1e6 : range.GridValues!.Count;
        }

        // Drawing different points takes long when nearly all of them are asked for.
        if (count > points / 2)
        {
            throw new InputException(
                sweep.File,
                FormattableString.Invariant($"{count} random trials are asked for, but there are only {points:0} different ones."),
                "Use strategy: grid, or draw at most half of them.");
        }
    }
}
