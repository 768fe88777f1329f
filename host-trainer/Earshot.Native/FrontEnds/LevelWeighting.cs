namespace Earshot.Native;

/// <summary>
/// Weights of the triangles in the level. Between two peaks the module interpolates linearly, so these are the weights
/// whose line of chords comes closest to the A-curve: least squares of the relative error over all bins.
/// </summary>
internal static class LevelWeighting
{
    public static Triangle[] Apply(Triangle[] triangles, double[] peaks, double hertzPerBin)
    {
        var weights = Fit(triangles, peaks, hertzPerBin);
        return [.. triangles.Select((triangle, i) => triangle with { LevelWeight = (uint)Math.Round(Math.ScaleB(Math.Max(weights[i], 0), 31)) })];
    }

    // The normal equations are tridiagonal, as a bin depends on two neighbouring weights.
    private static double[] Fit(Triangle[] triangles, double[] peaks, double hertzPerBin)
    {
        var diagonal = new double[peaks.Length];
        var above = new double[peaks.Length];
        var right = new double[peaks.Length];
        for (var i = 0; i < peaks.Length; i++)
        {
            // A slight pull towards the curve itself decides where no bin does.
            var target = PowerOfA(Math.Max(peaks[i], 0.5) * hertzPerBin);
            diagonal[i] = 1e-6 / (target * target);
            right[i] = 1e-6 / target;
        }

        for (var i = 0; i + 1 < peaks.Length; i++)
        {
            for (int bin = triangles[i].FirstBin; bin < triangles[i].FirstBin + triangles[i].Bins; bin++)
            {
                var target = PowerOfA(bin * hertzPerBin);
                var rise = (bin - peaks[i]) / (peaks[i + 1] - peaks[i]) / target;
                var fall = 1 / target - rise;
                diagonal[i] += fall * fall;
                above[i] += fall * rise;
                diagonal[i + 1] += rise * rise;
                right[i] += fall;
                right[i + 1] += rise;
            }
        }

        return SolveTridiagonal(diagonal, above, right);
    }

    private static double[] SolveTridiagonal(double[] diagonal, double[] above, double[] right)
    {
        for (var i = 1; i < right.Length; i++)
        {
            var factor = above[i - 1] / diagonal[i - 1];
            diagonal[i] -= factor * above[i - 1];
            right[i] -= factor * right[i - 1];
        }

        for (var i = right.Length - 1; i >= 0; i--)
        {
            right[i] = (right[i] - (i + 1 < right.Length ? above[i] * right[i + 1] : 0)) / diagonal[i];
        }

        return right;
    }

    /// <summary>A-weighting of power, 1 at 1 kHz: IEC 61672-1:2013, annex E, with the pole frequencies rounded as usual.</summary>
    public static double PowerOfA(double hertz)
    {
        var relative = Ratio(hertz) / Ratio(1000);
        return relative * relative;
    }

    private static double Ratio(double hertz)
    {
        const double lowest = 20.598997 * 20.598997;
        const double low = 107.65265 * 107.65265;
        const double high = 737.86223 * 737.86223;
        const double highest = 12194.217 * 12194.217;
        var square = hertz * hertz;
        return highest * square * square / ((square + lowest) * Math.Sqrt((square + low) * (square + high)) * (square + highest));
    }
}
