using Earshot.Quantization.Rewriting;

namespace Earshot.Quantization.Calibration;

/// <summary>Chooses the range of an activation that int8 shall span.</summary>
public static class RangeChooser
{
    private const double PercentileTail = 1e-4;
    private const int Steps = 24;
    private const double Smallest = 0.25;

    /// <summary>Chooses a range; zero is always inside.</summary>
    public static ActivationRange Choose(ActivationHistogram histogram, CalibrationMethod method)
    {
        var full = new ActivationRange(Math.Min(histogram.Range.Minimum, 0), Math.Max(histogram.Range.Maximum, 0));
        return method switch
        {
            CalibrationMethod.MinimumMaximum => full,
            CalibrationMethod.Percentile => Percentile(histogram, full),
            CalibrationMethod.MeanSquaredError => LeastError(histogram, full),
            _ => throw new ArgumentOutOfRangeException(nameof(method)),
        };
    }

    private static ActivationRange Percentile(ActivationHistogram histogram, ActivationRange full)
    {
        var counts = histogram.Counts;
        long total = histogram.Zeros;
        foreach (var count in counts)
        {
            total += count;
        }

        var tail = (long)(total * PercentileTail);
        var (low, high) = (0, ActivationHistogram.Bins - 1);
        for (long left = counts[low]; left <= tail && low < high; left += counts[low])
        {
            low++;
        }

        for (long right = counts[high]; right <= tail && high > low; right += counts[high])
        {
            high--;
        }

        return new ActivationRange(
            (float)Math.Min(0, low == 0 ? full.Minimum : histogram.Center(low)),
            (float)Math.Max(0, high == ActivationHistogram.Bins - 1 ? full.Maximum : histogram.Center(high)));
    }

    private static ActivationRange LeastError(ActivationHistogram histogram, ActivationRange full)
    {
        var best = full;
        var least = double.PositiveInfinity;
        for (var low = 0; low <= (full.Minimum < 0 ? Steps : 0); low++)
        {
            for (var high = 0; high <= (full.Maximum > 0 ? Steps : 0); high++)
            {
                var range = new ActivationRange(full.Minimum * Shrink(low), full.Maximum * Shrink(high));
                var error = Error(histogram, range, least);
                if (error < least)
                {
                    (best, least) = (range, error);
                }
            }
        }

        return best;
    }

    private static float Shrink(int step) => (float)(1 - (1 - Smallest) * step / Steps);

    private static double Error(ActivationHistogram histogram, ActivationRange range, double limit)
    {
        double step = (range.Maximum - range.Minimum) / 255;
        if (step <= 0)
        {
            return histogram.Range == default ? 0 : double.PositiveInfinity;
        }

        // Inside the range the error of rounding is uniform; outside, the value is moved to the border.
        var rounding = step * step / 12;
        var error = 0.0;
        var counts = histogram.Counts;
        for (var bin = 0; bin < counts.Length && error < limit; bin++)
        {
            if (counts[bin] == 0)
            {
                continue;
            }

            var center = histogram.Center(bin);
            var outside = center < range.Minimum ? range.Minimum - center : Math.Max(center - range.Maximum, 0);
            error += counts[bin] * (outside > 0 ? outside * outside : rounding);
        }

        return error;
    }
}
