namespace Earshot;

/// <summary>
/// A count in one byte: exact up to 31, then within 1/32 of the true value, up to 507904. The high four bits are an exponent,
/// the low four bits the digits after the leading one.
/// </summary>
public static class CompactNumber
{
    /// <summary>The largest count; larger ones are written as it.</summary>
    public const int Maximum = 31 << 14;

    /// <summary>The byte that is nearest to a count.</summary>
    /// <param name="value">The count; a negative one is taken for 0.</param>
    public static int Encode(int value)
    {
        if (value < 0)
        {
            return 0;
        }

        if (value >= Maximum)
        {
            return 255;
        }

        int exponent = 0;
        while (value >> exponent > 31)
        {
            exponent++;
        }

        int rounded = exponent == 0 ? value : (value + (1 << (exponent - 1))) >> exponent;
        // Rounding up to 32 is 16 of the next exponent, which this sum carries over to.
        return (exponent << 4) + rounded;
    }

    /// <summary>The count that a byte stands for.</summary>
    public static int Decode(int code)
    {
        return code < 16 ? code : (16 + (code & 15)) << ((code >> 4) - 1);
    }
}
