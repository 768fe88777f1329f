namespace Earshot.Native;

/// <summary>What turns the power spectrum of a frame into its A-weighted level, where 1 is a full-scale sine of 1 kHz.</summary>
internal static class LevelWeighting
{
    public static float[] Build(FrontEndConfiguration configuration, float[] window)
    {
        var energy = window.Sum(value => (double)value * value);
        var fullScale = 32768.0 * 32768.0 / 2;
        var weights = new float[configuration.FftSize / 2 + 1];
        for (var bin = 0; bin < weights.Length; bin++)
        {
            // A real signal has every bin but the two ends twice.
            var sides = bin == 0 || bin == weights.Length - 1 ? 1 : 2;
            var hertz = (double)bin * configuration.SampleRate / configuration.FftSize;
            weights[bin] = (float)(sides * PowerOfA(hertz) / (configuration.FftSize * energy * fullScale));
        }

        return weights;
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
