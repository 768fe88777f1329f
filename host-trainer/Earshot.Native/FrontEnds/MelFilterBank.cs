namespace Earshot.Native;

/// <summary>
/// Triangular mel bands with peak 1, each from the peak of its lower neighbour to that of its upper one, and the triangles
/// on either side that only the level needs.
/// </summary>
internal static class MelFilterBank
{
    /// <summary>Peaks of all triangles in FFT bins, ascending, and the index of the lowest band.</summary>
    /// <exception cref="InputException">There are more bands than FFT bins for them.</exception>
    public static (double[] Peaks, int FirstBand) Peaks(FrontEndConfiguration configuration)
    {
        var bands = Spread(configuration);
        var below = Enumerable.Range(1, configuration.FftSize / 2).Select(bin => (double)bin).TakeWhile(bin => bin < bands[0] - 0.5);
        List<double> peaks = [.. below];
        var firstBand = peaks.Count + 1;
        peaks.AddRange(bands);
        var end = configuration.FftSize / 2.0;
        while (peaks[^1] < end)
        {
            // Steps of 5 % follow the A-curve closely, as it is flat up there.
            var next = Math.Max(peaks[^1] * 1.05, peaks[^1] + 1);
            peaks.Add(next < end - 1 ? next : end);
        }

        return ([.. peaks], firstBand);
    }

    /// <summary>The triangles with these peaks; the weights of the level are still 0.</summary>
    public static Triangle[] Triangles(double[] peaks, int fftSize)
    {
        var triangles = new Triangle[peaks.Length];
        for (var i = 0; i < peaks.Length; i++)
        {
            var first = FirstBin(peaks[i], fftSize);
            if (i + 1 == peaks.Length)
            {
                triangles[i] = new Triangle(first, 0, 0, 0, 0);
                continue;
            }

            var width = peaks[i + 1] - peaks[i];
            var bins = FirstBin(peaks[i + 1], fftSize) - first;
            var offset = bins > 0 ? (first - peaks[i]) / width : 0;
            triangles[i] = new Triangle(first, (ushort)bins, Fraction(offset), Fraction(1 / width), 0);
        }

        return triangles;
    }

    // The bands and the feet of the outermost two, at least a bin apart: no band is then empty.
    private static double[] Spread(FrontEndConfiguration configuration)
    {
        var scale = configuration.MelScale;
        var binsPerHertz = (double)configuration.FftSize / configuration.SampleRate;
        var low = scale.FromHertz(configuration.LowHertz);
        var step = (scale.FromHertz(configuration.HighHertz) - low) / (configuration.Bands + 1);
        var peaks = Enumerable.Range(0, configuration.Bands + 2).Select(i => scale.ToHertz(low + step * i) * binsPerHertz).ToArray();
        var room = (int)Math.Floor(peaks[^1] - peaks[0] + 1e-6) - 1;
        if (configuration.Bands > room)
        {
            throw new InputException(
                "front end",
                FormattableString.Invariant($"Bands is {configuration.Bands}, but there are only {Math.Max(room, 0)} FFT bins for them between LowHertz and HighHertz."),
                FormattableString.Invariant($"Choose fewer bands or a larger FftSize than {configuration.FftSize}."));
        }

        for (var i = 1; i < peaks.Length; i++)
        {
            peaks[i] = Math.Max(peaks[i], peaks[i - 1] + 1);
        }

        peaks[^1] = Math.Min(peaks[^1], configuration.HighHertz * binsPerHertz);
        for (var i = peaks.Length - 2; i >= 0; i--)
        {
            peaks[i] = Math.Min(peaks[i], peaks[i + 1] - 1);
        }

        return peaks;
    }

    private static ushort FirstBin(double peak, int fftSize) => (ushort)Math.Clamp(Math.Ceiling(peak), 1, fftSize / 2);

    private static uint Fraction(double value) => value >= 1 ? uint.MaxValue : (uint)Math.Floor(Math.ScaleB(value, 32));
}
