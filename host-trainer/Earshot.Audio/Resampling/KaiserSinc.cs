using Earshot.Numerics;

namespace Earshot.Audio.Resampling;

/// <summary>
/// A low-pass impulse response: a sinc in a Kaiser window (J. F. Kaiser, "Nonrecursive digital filter design using the
/// I0-sinh window function", 1974), with the design equations of Oppenheim and Schafer, Discrete-Time Signal Processing.
/// </summary>
internal static class KaiserSinc
{
    /// <summary>Design attenuation in dB; 20 dB beyond what is promised, so that rounding and interpolation fit in.</summary>
    public const double Attenuation = 100;

    /// <summary>End of the pass band as a fraction of the lower Nyquist frequency; the stop band begins at 1.</summary>
    public const double PassBand = 0.9;

    private const double Beta = 0.1102 * (Attenuation - 8.7);

    /// <summary>Half of the response's length in samples of the lower of both rates.</summary>
    public static double HalfWidth { get; } = (Attenuation - 8) / (2.285 * Math.PI * (1 - PassBand)) / 2;

    /// <summary>The response at a distance from its centre.</summary>
    /// <param name="time">The distance in samples of the lower rate.</param>
    public static double Evaluate(double time)
    {
        var position = time / HalfWidth;
        if (Math.Abs(position) >= 1)
        {
            return 0;
        }

        const double Cutoff = (1 + PassBand) / 2;
        var argument = Math.PI * Cutoff * time;
        var sinc = Math.Abs(argument) < 1e-9 ? 1 : PortableMath.Sin(argument) / argument;
        return Cutoff * sinc * BesselI0(Beta * Math.Sqrt(1 - (position * position))) / BesselI0(Beta);
    }

    private static double BesselI0(double x)
    {
        // The power series converges fast enough for the arguments of a Kaiser window (below 12).
        var quarter = x * x / 4;
        double term = 1, sum = 1;
        for (var k = 1; term > sum * 1e-17; k++)
        {
            term *= quarter / ((double)k * k);
            sum += term;
        }

        return sum;
    }
}
