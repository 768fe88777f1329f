using Earshot.Emulator.Loading;
using Earshot.Numerics;

namespace Earshot.Emulator.Natives;

/// <summary>
/// The native half of System.Math as the STM32 targets are built, without CONFIG_NF_ENABLE_DOUBLE_PRECISION_FP: arguments
/// are rounded to single precision, computed so, and widened again. Elementary functions are rounded right, on every host the same;
/// newlib's can differ in the last bit.
/// </summary>
[NativeHalfOf("System.Math")]
public static class SystemMath
{
    /// <summary>The absolute value.</summary>
    public static double Abs(double value) => MathF.Abs((float)value);

    /// <inheritdoc cref="Abs(double)"/>
    public static float Abs(float value) => MathF.Abs(value);

    /// <summary>The angle of a cosine, in radians.</summary>
    public static double Acos(double d) => (float)PortableMath.Acos((float)d);

    /// <summary>The angle of a sine, in radians.</summary>
    public static double Asin(double d) => (float)PortableMath.Asin((float)d);

    /// <summary>The angle of a tangent, in radians.</summary>
    public static double Atan(double d) => (float)PortableMath.Atan((float)d);

    /// <summary>The angle of a point, in radians.</summary>
    public static double Atan2(double y, double x) => (float)PortableMath.Atan2((float)y, (float)x);

    /// <summary>The cube root.</summary>
    public static double Cbrt(double d) => (float)PortableMath.Cbrt((float)d);

    /// <summary>The next whole number upwards.</summary>
    public static double Ceiling(double d) => MathF.Ceiling((float)d);

    /// <summary>The cosine.</summary>
    public static double Cos(double a) => (float)PortableMath.Cos((float)a);

    /// <summary>The hyperbolic cosine.</summary>
    public static double Cosh(double value) => (float)PortableMath.Cosh((float)value);

    /// <summary>The power of e.</summary>
    public static double Exp(double d) => (float)PortableMath.Exp((float)d);

    /// <summary>The next whole number downwards.</summary>
    public static double Floor(double d) => MathF.Floor((float)d);

    /// <summary>The remainder of the division whose quotient is rounded to the nearest.</summary>
    public static double IEEERemainder(double x, double y) => MathF.IEEERemainder((float)x, (float)y);

    /// <summary>The natural logarithm.</summary>
    public static double Log(double d) => (float)PortableMath.Log((float)d);

    /// <summary>The decimal logarithm.</summary>
    public static double Log10(double d) => (float)PortableMath.Log10((float)d);

    /// <summary>The greater; not a number when one is not.</summary>
    public static double Max(double val1, double val2) => MathF.Max((float)val1, (float)val2);

    /// <inheritdoc cref="Max(double, double)"/>
    public static float Max(float val1, float val2) => MathF.Max(val1, val2);

    /// <summary>The lesser; not a number when one is not.</summary>
    public static double Min(double val1, double val2) => MathF.Min((float)val1, (float)val2);

    /// <inheritdoc cref="Min(double, double)"/>
    public static float Min(float val1, float val2) => MathF.Min(val1, val2);

    /// <summary>A power.</summary>
    public static double Pow(double x, double y) => PowerOf((float)x, (float)y);

    /// <summary>The nearest whole number, the even one of two; beyond 2^23 as the firmware's sum with 0.5 comes out.</summary>
    public static double Round(double a)
    {
        var raised = (float)((float)a + 0.5);
        var whole = MathF.Floor(raised);
        return whole == raised && whole % 2 != 0 ? whole - 1 : whole;
    }

    /// <summary>−1, 0 or 1.</summary>
    public static int Sign(double value) => value < 0 ? -1 : value > 0 ? 1 : 0;

    /// <summary>The sine.</summary>
    public static double Sin(double a) => (float)PortableMath.Sin((float)a);

    /// <summary>The hyperbolic sine.</summary>
    public static double Sinh(double value) => (float)PortableMath.Sinh((float)value);

    /// <summary>The square root.</summary>
    public static double Sqrt(double d) => MathF.Sqrt((float)d);

    /// <summary>The tangent.</summary>
    public static double Tan(double a) => (float)PortableMath.Tan((float)a);

    /// <summary>The hyperbolic tangent.</summary>
    public static double Tanh(double value) => (float)PortableMath.Tanh((float)value);

    /// <summary>The whole part.</summary>
    public static double Truncate(double d) => MathF.Truncate((float)d);

    // What IEEE 754 prescribes to the bit, .NET may do.
    private static float PowerOf(float x, float y) =>
        x == 1 || !float.IsFinite(x) || !float.IsFinite(y) || x == 0 || y == 0 || (x < 0 && y != MathF.Truncate(y)) ? MathF.Pow(x, y)
        : x < 0 && MathF.IEEERemainder(y, 2) != 0 ? -(float)PortableMath.Pow(-x, y)
        : (float)PortableMath.Pow(MathF.Abs(x), y);
}
