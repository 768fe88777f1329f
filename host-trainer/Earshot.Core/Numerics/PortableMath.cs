namespace Earshot.Numerics;

/// <summary>
/// Elementary functions from sums, products, quotients and square roots, which IEEE 754 rounds the same way everywhere: the same bits on
/// every machine. .NET's own are those of the system's C library, whose last bits differ. The error is below 4 units in the last
/// place, so that a result that is rounded to single precision is the nearest but for rare halves.
/// </summary>
public static partial class PortableMath
{
    // ln 2 in two parts, the first with zeros at its end, so that its multiples are exact (W. J. Cody and W. Waite, "Software
    // Manual for the Elementary Functions", 1980).
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double Ln10 = 2.30258509299404568402;

    /// <summary>e to a power.</summary>
    public static double Exp(double x)
    {
        if (double.IsNaN(x))
        {
            return x;
        }

        if (x is > 710 or < -746)
        {
            return x > 0 ? double.PositiveInfinity : 0;
        }

        var octaves = Math.Round(x / Ln2High);
        var rest = x - (octaves * Ln2High) - (octaves * Ln2Low);
        double term = 1, sum = 1;
        for (var k = 1; k <= 14; k++)
        {
            term *= rest / k;
            sum += term;
        }

        return Math.ScaleB(sum, (int)octaves);
    }

    /// <summary>The natural logarithm.</summary>
    public static double Log(double x)
    {
        if (x is not (> 0 and < double.PositiveInfinity))
        {
            return x == 0 ? double.NegativeInfinity : x > 0 ? x : double.NaN;
        }

        var octaves = Math.ILogB(x);
        var fraction = Math.ScaleB(x, -octaves);
        if (fraction > 1.4142135623730951)
        {
            fraction /= 2;
            octaves++;
        }

        // ln m = 2 artanh((m - 1) / (m + 1)).
        var s = (fraction - 1) / (fraction + 1);
        var square = s * s;
        double power = s, sum = 0;
        for (var k = 1; k <= 23; k += 2)
        {
            sum += power / k;
            power *= square;
        }

        return (octaves * Ln2High) + ((octaves * Ln2Low) + (2 * sum));
    }

    /// <summary>The decimal logarithm.</summary>
    public static double Log10(double x) => Log(x) / Ln10;

    /// <summary>A power of a positive base.</summary>
    public static double Pow(double x, double y)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(x);
        return Exp(y * Log(x));
    }

    /// <summary>The factor of an amplitude that a level in decibels stands for.</summary>
    public static double Amplitude(double decibels) => Exp(decibels * (Ln10 / 20));

    /// <summary>The hyperbolic sine.</summary>
    public static double Sinh(double x)
    {
        if (Math.Abs(x) > 0.5)
        {
            // In halves, because e^x may be too large where sinh x is not.
            var half = Exp(Math.Abs(x) / 2);
            var whole = ((half / 2) * half) - (0.5 / half / half);
            return x < 0 ? -whole : whole;
        }

        double term = x, sum = x;
        for (var k = 2; k <= 16; k += 2)
        {
            term *= x * x / (k * (k + 1));
            sum += term;
        }

        return sum;
    }

    /// <summary>The hyperbolic cosine.</summary>
    public static double Cosh(double x)
    {
        var half = Exp(Math.Abs(x) / 2);
        return ((half / 2) * half) + (0.5 / half / half);
    }

    /// <summary>The hyperbolic tangent.</summary>
    public static double Tanh(double x) => Math.Abs(x) > 20 ? Math.Sign(x) : Sinh(x) / Cosh(x);

    /// <summary>The cube root.</summary>
    public static double Cbrt(double x)
    {
        var magnitude = Math.Abs(x);
        if (!(magnitude > 0 && magnitude < double.PositiveInfinity))
        {
            return x;
        }

        var root = Exp(Log(magnitude) / 3);
        // A step of Newton's, for cubes to have whole roots.
        root -= ((root * root * root) - magnitude) / (3 * root * root);
        return x < 0 ? -root : root;
    }
}
