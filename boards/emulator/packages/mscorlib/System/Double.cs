using System.Runtime.CompilerServices;

namespace System;

public struct Double
{
    private readonly double _value;

    public const double MinValue = -1.7976931348623157E+308;

    public const double MaxValue = 1.7976931348623157E+308;

    public const double Epsilon = 5E-324;

    public const double NegativeInfinity = -1.0 / 0.0;

    public const double PositiveInfinity = 1.0 / 0.0;

    public const double NaN = 0.0 / 0.0;

    public int CompareTo(double value) => throw null;

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern bool IsInfinity(double d);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern bool IsNaN(double d);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern bool IsNegativeInfinity(double d);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern bool IsPositiveInfinity(double d);

    public static double Parse(string s) => throw null;

    public override string ToString() => throw null;

    public string ToString(string format) => throw null;

    public static bool TryParse(string s, out double result) => throw null;
}
