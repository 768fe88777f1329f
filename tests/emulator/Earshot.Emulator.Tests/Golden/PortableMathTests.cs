using Earshot.Numerics;

namespace Earshot.Emulator.Tests.Golden;

/// <summary>Functions with the same bits everywhere: near .NET's own, and with the bits of the other machines.</summary>
public sealed class PortableMathTests
{
    private static readonly double[] Points = [.. Enumerable.Range(-400, 801).Select(index => (index * 0.0531) + (index * index * index * 1e-7))];

    [Fact]
    public void TheyAreNearTheSystems()
    {
        foreach (var x in Points)
        {
            Near(Math.Sin(x), PortableMath.Sin(x), x);
            Near(Math.Cos(x), PortableMath.Cos(x), x);
            Near(Math.Tan(x), PortableMath.Tan(x), x);
            Near(Math.Atan(x), PortableMath.Atan(x), x);
            Near(Math.Atan2(x, -0.3), PortableMath.Atan2(x, -0.3), x);
            Near(Math.Exp(x), PortableMath.Exp(x), x);
            Near(Math.Sinh(x), PortableMath.Sinh(x), x);
            Near(Math.Cosh(x), PortableMath.Cosh(x), x);
            Near(Math.Tanh(x), PortableMath.Tanh(x), x);
            Near(Math.Cbrt(x), PortableMath.Cbrt(x), x);
            Near(Math.Pow(10, x / 20), PortableMath.Amplitude(x), x);
            if (x > 0)
            {
                Near(Math.Log(x), PortableMath.Log(x), x);
                Near(Math.Log10(x), PortableMath.Log10(x), x);
                Near(Math.Pow(x, -1.7), PortableMath.Pow(x, -1.7), x);
            }

            if (Math.Abs(x) < 27)
            {
                Near(Math.Asin(x / 27), PortableMath.Asin(x / 27), x);
                Near(Math.Acos(x / 27), PortableMath.Acos(x / 27), x);
            }
        }
    }

    [Theory]
    [InlineData(1e5)]
    [InlineData(12345678)]
    [InlineData(-1e15)]
    [InlineData(3e38)]
    [InlineData(1e300)]
    public void LargeAnglesAreReducedExactly(double x)
    {
        Near(Math.Sin(x), PortableMath.Sin(x), x);
        Near(Math.Cos(x), PortableMath.Cos(x), x);
    }

    [Fact]
    public void TheEndsOfTheRangeAreAsIeeeHasThem()
    {
        Assert.Equal((0, double.PositiveInfinity, 1), (PortableMath.Exp(-1000), PortableMath.Exp(1000), PortableMath.Exp(0)));
        Assert.Equal((double.NegativeInfinity, double.NaN, double.PositiveInfinity), (PortableMath.Log(0), PortableMath.Log(-1), PortableMath.Log(double.PositiveInfinity)));
        Assert.True(double.IsNegative(PortableMath.Sin(-0.0)) && double.IsNegative(PortableMath.Atan(-0.0)) && double.IsNaN(PortableMath.Cos(double.PositiveInfinity)));
        Assert.Equal(Math.Log(double.Epsilon), PortableMath.Log(double.Epsilon), 1e-12);
        Assert.Equal((Math.PI, -Math.PI, Math.PI / 2), (PortableMath.Atan2(0, -1), PortableMath.Atan2(-0.0, -1), PortableMath.Atan2(1, 0)));
        Assert.Equal((8, 1024, -3), (PortableMath.Cbrt(512), (float)PortableMath.Pow(2, 10), (int)Math.Round(PortableMath.Log10(0.001))));
        Assert.True(double.IsNaN(PortableMath.Asin(1.1)) && double.IsNaN(PortableMath.Atan2(double.NaN, 1)));
    }

    // Relative to the function's value, or to its argument's where that rounds first.
    private static void Near(double expected, double actual, double x) =>
        Assert.True(Math.Abs(actual - expected) <= 1e-15 * Math.Max(Math.Abs(expected), Math.Abs(expected) < 1e-3 ? 1e-3 : 0) * 4, FormattableString.Invariant($"{actual:R} for {expected:R} at {x:R}"));
}
