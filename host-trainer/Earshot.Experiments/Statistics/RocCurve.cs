namespace Earshot.Experiments.Statistics;

/// <summary>The receiver operating characteristic of one class against all others.</summary>
/// <param name="Label">The class.</param>
/// <param name="Area">
/// The area under the curve: the probability that a clip of the class has a higher score than a clip of another, ties counted
/// half; null when there is none of either.
/// </param>
/// <param name="Points">From (0, 0) to (1, 1); points on the line between their neighbours are left out.</param>
public sealed record RocCurve(string Label, double? Area, IReadOnlyList<RocPoint> Points)
{
    /// <summary>The curve of one class.</summary>
    public static RocCurve Of(string label, int index, IReadOnlyCollection<Decision> decisions)
    {
        var positives = decisions.Count(decision => decision.Label == index);
        var negatives = decisions.Count - positives;
        if (positives == 0 || negatives == 0)
        {
            return new RocCurve(label, null, []);
        }

        List<(int False, int True)> corners = [(0, 0)];
        double area = 0;
        var (right, wrong) = (0, 0);
        foreach (var equals in decisions.GroupBy(decision => decision.Probabilities[index]).OrderByDescending(group => group.Key))
        {
            var rise = equals.Count(decision => decision.Label == index);
            var run = equals.Count() - rise;
            area += run * (right + (rise / 2.0));
            (right, wrong) = (right + rise, wrong + run);
            if (corners.Count > 1 && AreOnOneLine(corners[^2], corners[^1], (wrong, right)))
            {
                corners.RemoveAt(corners.Count - 1);
            }

            corners.Add((wrong, right));
        }

        return new RocCurve(
            label,
            area / positives / negatives,
            [.. corners.Select(corner => new RocPoint((double)corner.False / negatives, (double)corner.True / positives))]);
    }

    private static bool AreOnOneLine((int X, int Y) first, (int X, int Y) second, (int X, int Y) third) =>
        (long)(second.X - first.X) * (third.Y - first.Y) == (long)(third.X - first.X) * (second.Y - first.Y);
}
