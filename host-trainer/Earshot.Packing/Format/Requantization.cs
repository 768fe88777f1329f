namespace Earshot.Packing.Format;

/// <summary>Real factors as integers with one common shift: factor ≈ multiplier / 2^shift.</summary>
/// <param name="Multipliers">1 to 2^31 − 1.</param>
/// <param name="Shift">1 to 62.</param>
public sealed record Requantization(int[] Multipliers, byte Shift)
{
    private const int LargestShift = 62;
    private const int FastShift = 33;
    private const double LeastFastMultiplier = 1 << 18;

    /// <summary>
    /// Chooses 33, with which the Cortex-M kernels are fastest, wherever that is as good as exact: where no multiplier is
    /// below 2^18, so that rounding it moves a result by at most 255 · 2^-19, a 2048th of a step (a factor of single
    /// precision is exact at 33 from 2^-10 on). Else the smallest shift at which every factor is exact, and where none is,
    /// the one that brings the largest multiplier into [2^30, 2^31), as precise as 31 bits can be.
    /// </summary>
    public static Requantization EncodeWeighted(IReadOnlyList<double> factors)
    {
        var precise = Encode(factors);
        if (precise.Shift >= FastShift && factors.All(factor => Math.ScaleB(factor, FastShift) >= LeastFastMultiplier))
        {
            return AtShift(factors, FastShift);
        }

        for (var shift = FastShift; shift <= precise.Shift; shift++)
        {
            if (factors.All(factor => double.IsInteger(Math.ScaleB(factor, shift))))
            {
                return AtShift(factors, shift);
            }
        }

        return precise;
    }

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
        return AtShift(factors, Math.Round(Math.ScaleB(largest, shift)) > int.MaxValue ? shift - 1 : shift);
    }

    private static Requantization AtShift(IReadOnlyList<double> factors, int shift) => new(
        [.. factors.Select(factor => (int)Math.Clamp(Math.Round(Math.ScaleB(factor, shift)), 1, int.MaxValue))], (byte)shift);
}
