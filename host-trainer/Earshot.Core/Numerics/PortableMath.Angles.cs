using System.Numerics;

namespace Earshot.Numerics;

/// <content>Angles, in radians.</content>
public static partial class PortableMath
{
    // π/2 in three parts of 33 bits, so that multiples below 2^20 are exact.
    private const double HalfPi1 = 1.57079632673412561417;
    private const double HalfPi2 = 6.07710050630396597660e-11;
    private const double HalfPi3 = 2.02226624871116645580e-21;
    private const double HalfPi4 = 8.47842766036889956997e-32;
    private const double LargestMultiple = 1 << 20;

    // 2/π in units of 2^-BigBits: for angles of up to 2^1023.
    private const int BigBits = 1200;
    private static readonly Lazy<BigInteger> BigTwoOverPi = new(() => (BigInteger.One << ((2 * BigBits) + 1)) / BigPi());

    /// <summary>The sine.</summary>
    public static double Sin(double x)
    {
        if (x == 0)
        {
            // With its sign.
            return x;
        }

        var (quadrant, rest) = Reduce(x);
        var value = (quadrant & 1) == 0 ? KernelSin(rest) : KernelCos(rest);
        return (quadrant & 2) == 0 ? value : -value;
    }

    /// <summary>The cosine.</summary>
    public static double Cos(double x)
    {
        var (quadrant, rest) = Reduce(x);
        var value = (quadrant & 1) == 0 ? KernelCos(rest) : KernelSin(rest);
        return ((quadrant + 1) & 2) == 0 ? value : -value;
    }

    /// <summary>The tangent.</summary>
    public static double Tan(double x)
    {
        if (x == 0)
        {
            return x;
        }

        var (quadrant, rest) = Reduce(x);
        return (quadrant & 1) == 0 ? KernelSin(rest) / KernelCos(rest) : -(KernelCos(rest) / KernelSin(rest));
    }

    /// <summary>The angle between -π/2 and π/2 whose tangent it is.</summary>
    public static double Atan(double x)
    {
        if (x == 0)
        {
            return x;
        }

        var magnitude = Math.Abs(x);
        if (magnitude > 1)
        {
            var angle = (Math.PI / 2) - Atan(1 / magnitude);
            return x < 0 ? -angle : angle;
        }

        // Half the angle, twice.
        var quarter = x / (1 + Math.Sqrt(1 + (x * x)));
        quarter /= 1 + Math.Sqrt(1 + (quarter * quarter));
        var square = -quarter * quarter;
        double power = quarter, sum = 0;
        for (var k = 1; k <= 25; k += 2)
        {
            sum += power / k;
            power *= square;
        }

        return 4 * sum;
    }

    /// <summary>The angle of a point, -π to π.</summary>
    public static double Atan2(double y, double x)
    {
        if (double.IsNaN(x) || double.IsNaN(y))
        {
            return double.NaN;
        }

        if (y == 0 || double.IsInfinity(x) || double.IsInfinity(y))
        {
            var eighths = (double.IsInfinity(x), double.IsInfinity(y)) switch
            {
                (true, true) => double.IsNegative(x) ? 3 : 1,
                (false, true) => 2,
                _ => double.IsNegative(x) ? 4 : 0,
            };
            return Math.CopySign(eighths * (Math.PI / 4), y);
        }

        var slope = x == 0 ? Math.PI / 2 : Atan(Math.Abs(y / x));
        return Math.CopySign(x < 0 ? Math.PI - slope : slope, y);
    }

    /// <summary>The angle between -π/2 and π/2 whose sine it is.</summary>
    public static double Asin(double x) => Math.Abs(x) <= 1 ? Atan2(x, Math.Sqrt((1 - x) * (1 + x))) : double.NaN;

    /// <summary>The angle between 0 and π whose cosine it is.</summary>
    public static double Acos(double x) => Math.Abs(x) <= 1 ? Atan2(Math.Sqrt((1 - x) * (1 + x)), x) : double.NaN;

    // The multiple of π/2 that is nearest, modulo 4, and what is left, -π/4 to π/4.
    private static (int Quadrant, double Angle) Reduce(double x)
    {
        if (!double.IsFinite(x))
        {
            return (0, double.NaN);
        }

        var multiple = Math.Round(x * (2 / Math.PI));
        if (Math.Abs(multiple) > LargestMultiple)
        {
            return ReduceLarge(x);
        }

        var rest = ((x - (multiple * HalfPi1)) - (multiple * HalfPi2)) - (multiple * HalfPi3) - (multiple * HalfPi4);
        return ((int)multiple & 3, rest);
    }

    private static (int Quadrant, double Angle) ReduceLarge(double x)
    {
        var exponent = Math.ILogB(x) - 52;
        var quarters = new BigInteger(Math.ScaleB(x, -exponent)) * BigTwoOverPi.Value;
        var bits = BigBits - exponent;
        var multiple = (quarters + (BigInteger.One << (bits - 1))) >> bits;
        // 60 bits below the point are enough for what is left.
        var left = (quarters - (multiple << bits)) >> (bits - 60);
        return ((int)(multiple & 3), Math.ScaleB((double)left, -60) * (Math.PI / 2));
    }

    private static double KernelSin(double x)
    {
        double term = x, sum = 0;
        for (var k = 2; k <= 18; k += 2)
        {
            term *= -x * x / (k * (k + 1));
            sum += term;
        }

        return x + sum;
    }

    private static double KernelCos(double x)
    {
        double term = 1, sum = 0;
        for (var k = 1; k <= 19; k += 2)
        {
            term *= -x * x / (k * (k + 1));
            sum += term;
        }

        return 1 + sum;
    }

    // π in units of 2^-BigBits, by Machin's formula.
    private static BigInteger BigPi()
    {
        const int Guard = 32;
        var unit = BigInteger.One << (BigBits + Guard);
        return ((16 * InverseTangent(unit, 5)) - (4 * InverseTangent(unit, 239))) >> Guard;
    }

    private static BigInteger InverseTangent(BigInteger unit, int denominator)
    {
        var power = unit / denominator;
        var sum = BigInteger.Zero;
        for (var k = 1; !power.IsZero; k += 2)
        {
            sum += (k & 2) == 0 ? power / k : -(power / k);
            power /= denominator * denominator;
        }

        return sum;
    }
}
