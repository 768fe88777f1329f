namespace System.Globalization;

public sealed class NumberFormatInfo
{
    internal NumberFormatInfo() => throw null;

    public int[] NumberGroupSizes => throw null;

    public static NumberFormatInfo CurrentInfo => throw null;

    public string NegativeSign => throw null;

    public string NumberDecimalSeparator => throw null;

    public string NumberGroupSeparator => throw null;

    public string PositiveSign => throw null;
}
