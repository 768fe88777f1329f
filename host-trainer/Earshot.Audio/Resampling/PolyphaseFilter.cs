using System.Collections.Concurrent;

namespace Earshot.Audio.Resampling;

/// <summary>
/// The coefficients of a rate change by L/M. Where L is small there is one row for each of the L positions that an output
/// sample can have between two input samples; where L is large (44 101 Hz to 16 kHz), rows at 512 positions are
/// interpolated, which stays below −106 dB of error.
/// </summary>
internal sealed class PolyphaseFilter
{
    private const int MostExactPhases = 1024;
    private const int InterpolatedPhases = 512;
    private const int MostCached = 8;
    private static readonly ConcurrentDictionary<(int, int), PolyphaseFilter> Cache = new();

    private readonly double[] _rows;

    private PolyphaseFilter(int up, int down)
    {
        Up = up;
        Down = down;
        IsExact = up <= MostExactPhases;
        Phases = IsExact ? up : InterpolatedPhases;
        var ratio = Math.Min(1, (double)up / down);
        HalfTaps = ((int)Math.Ceiling(KaiserSinc.HalfWidth / ratio) + 3) / 4 * 4;
        var rowCount = IsExact ? Phases : Phases + 1;
        _rows = new double[rowCount * Taps];
        for (var row = 0; row < rowCount; row++)
        {
            Fill(_rows.AsSpan(row * Taps, Taps), (double)row / Phases, ratio);
        }
    }

    /// <summary>L: the interpolation factor.</summary>
    public int Up { get; }

    /// <summary>M: the decimation factor.</summary>
    public int Down { get; }

    /// <summary>Whether every position has a row of its own.</summary>
    public bool IsExact { get; }

    /// <summary>Number of positions between two input samples.</summary>
    public int Phases { get; }

    /// <summary>Input samples before (the nearest one included) and after an output sample that it depends on.</summary>
    public int HalfTaps { get; }

    /// <summary>Coefficients in a row; a multiple of 8.</summary>
    public int Taps => 2 * HalfTaps;

    /// <summary>The filter for a pair of rates in Hz; the latest few are kept.</summary>
    public static PolyphaseFilter For(int fromRate, int toRate)
    {
        var divisor = (int)System.Numerics.BigInteger.GreatestCommonDivisor(fromRate, toRate);
        var key = (toRate / divisor, fromRate / divisor);
        if (Cache.Count >= MostCached && !Cache.ContainsKey(key))
        {
            Cache.Clear();
        }

        return Cache.GetOrAdd(key, static key => new PolyphaseFilter(key.Item1, key.Item2));
    }

    /// <summary>One row; its coefficient i weighs the input sample i − HalfTaps + 1 after the output's position.</summary>
    public ReadOnlySpan<double> Row(int row) => _rows.AsSpan(row * Taps, Taps);

    private void Fill(Span<double> row, double fraction, double ratio)
    {
        double sum = 0;
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = KaiserSinc.Evaluate((fraction - (i - HalfTaps + 1)) * ratio);
            sum += row[i];
        }

        // A gain of exactly 1 at 0 Hz in every row keeps a constant signal constant.
        for (var i = 0; i < row.Length; i++)
        {
            row[i] /= sum;
        }
    }
}
