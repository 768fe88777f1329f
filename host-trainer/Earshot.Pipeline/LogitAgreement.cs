namespace Earshot.Pipeline;

/// <summary>How far two int8 classifiers give the same logits.</summary>
/// <param name="Values">Logits compared.</param>
/// <param name="Equal">Of them equal.</param>
/// <param name="LargestDifference">The largest difference in int8 steps.</param>
/// <param name="Windows">Windows compared.</param>
/// <param name="SameClass">Of them with the same best class.</param>
public sealed record LogitAgreement(long Values, long Equal, int LargestDifference, long Windows, long SameClass)
{
    /// <summary>The share of logits that are equal, 0 to 1.</summary>
    public double EqualShare => Values == 0 ? 1 : (double)Equal / Values;

    /// <summary>The share of windows with the same best class, 0 to 1.</summary>
    public double SameClassShare => Windows == 0 ? 1 : (double)SameClass / Windows;

    /// <summary>Takes the windows of one more clip in, [windows][classes] of each side.</summary>
    /// <exception cref="ArgumentException">The two do not have the same number of values.</exception>
    public LogitAgreement With(ReadOnlySpan<sbyte> left, ReadOnlySpan<sbyte> right, int classes)
    {
        if (left.Length != right.Length)
        {
            throw new ArgumentException($"{left.Length} logits against {right.Length}.", nameof(right));
        }

        var (equal, largest, same) = (Equal, LargestDifference, SameClass);
        for (var at = 0; at < left.Length; at++)
        {
            var difference = Math.Abs(left[at] - right[at]);
            equal += difference == 0 ? 1 : 0;
            largest = Math.Max(largest, difference);
        }

        for (var at = 0; at < left.Length; at += classes)
        {
            same += Best(left.Slice(at, classes)) == Best(right.Slice(at, classes)) ? 1 : 0;
        }

        return new LogitAgreement(Values + left.Length, equal, largest, Windows + (left.Length / classes), same);
    }

    private static int Best(ReadOnlySpan<sbyte> row)
    {
        var best = 0;
        for (var index = 1; index < row.Length; index++)
        {
            best = row[index] > row[best] ? index : best;
        }

        return best;
    }
}
