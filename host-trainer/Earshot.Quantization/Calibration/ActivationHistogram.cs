using Earshot.Quantization.Rewriting;

namespace Earshot.Quantization.Calibration;

/// <summary>How often an activation takes which values. Exact zeros, which every range represents exactly, are counted apart.</summary>
public sealed class ActivationHistogram
{
    /// <summary>Number of bins.</summary>
    public const int Bins = 2048;

    private readonly long[] _counts = new long[Bins];

    /// <summary>An empty histogram over a range.</summary>
    public ActivationHistogram(ActivationRange range)
    {
        Range = range;
    }

    /// <summary>The smallest and the largest value.</summary>
    public ActivationRange Range { get; }

    /// <summary>How many values fell into each bin.</summary>
    public ReadOnlySpan<long> Counts => _counts;

    /// <summary>Number of exact zeros.</summary>
    public long Zeros { get; private set; }

    /// <summary>The width of a bin.</summary>
    public double BinWidth => ((double)Range.Maximum - Range.Minimum) / Bins;

    /// <summary>The middle of a bin.</summary>
    public double Center(int bin) => Range.Minimum + (bin + 0.5) * BinWidth;

    /// <summary>Counts values.</summary>
    public void Add(ReadOnlySpan<float> values)
    {
        var perBin = BinWidth > 0 ? 1 / BinWidth : 0;
        foreach (var value in values)
        {
            if (value == 0)
            {
                Zeros++;
                continue;
            }

            _counts[Math.Clamp((int)((value - Range.Minimum) * perBin), 0, Bins - 1)]++;
        }
    }
}
