namespace Earshot.Packing.Format;

/// <summary>Real factors as integers with one common shift: factor ≈ multiplier / 2^shift.</summary>
/// <param name="Multipliers">1 to 2^31 − 1.</param>
/// <param name="Shift">1 to 62.</param>
public sealed record Requantization(int[] Multipliers, byte Shift)
{
    private const int LargestShift = 62;

    /// <summary>Chooses the shift so that the largest multiplier is in [2^30, 2^31), as precise as 31 bits can be.</summary>
    public static Requantization Encode(IReadOnlyList<double> factors)
    {
        if (factors.Count == 0)
        {
            return new Requantization([], 0);
        }

        var largest = factors.Max();
        if (!(largest > 0) || !double.IsFinite(largest))
        {
            throw new ArgumentOutOfRangeException(nameof(factors), $"The largest factor is {largest}.");
        }

        var shift = Math.Clamp(30 - Math.ILogB(largest), 1, LargestShift);
        if (Math.Round(Math.ScaleB(largest, shift)) > int.MaxValue)
        {
            shift--;
        }

        return new Requantization(
            [.. factors.Select(factor => (int)Math.Clamp(Math.Round(Math.ScaleB(factor, shift)), 1, int.MaxValue))], (byte)shift);
    }
}
