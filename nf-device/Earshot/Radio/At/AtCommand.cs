using System;

namespace Earshot;

/// <summary>A command in the making, in one buffer that is used again and again and grows with the longest command.</summary>
public sealed class AtCommand
{
    private const string Digits = "0123456789ABCDEF";

    // A join with its keys, and an event, are shorter than that.
    private const int Usual = 128;

    // A payload of 242 bytes in hexadecimal, and what stands around it.
    private const int Longest = 540;

    private byte[] _bytes = new byte[Usual];

    internal byte[] Bytes => _bytes;

    /// <summary>How many bytes it has.</summary>
    public int Length { get; private set; }

    /// <summary>Begins a new one; what the buffer held is overwritten, because it may have been a key.</summary>
    public AtCommand Begin()
    {
        for (int index = 0; index < Length; index++)
        {
            _bytes[index] = 0;
        }

        Length = 0;
        return this;
    }

    /// <summary>Appends one byte.</summary>
    public AtCommand Byte(byte value)
    {
        if (Length == Usual && _bytes.Length == Usual)
        {
            Grow();
        }

        if (Length < _bytes.Length)
        {
            _bytes[Length++] = value;
        }

        return this;
    }

    /// <summary>Appends ASCII text.</summary>
    public AtCommand Text(string text)
    {
        for (int index = 0; index < text.Length; index++)
        {
            Byte((byte)text[index]);
        }

        return this;
    }

    /// <summary>Appends a number that is not negative.</summary>
    public AtCommand Number(int value)
    {
        if (value >= 10)
        {
            Number(value / 10);
        }

        return Byte((byte)('0' + (value % 10)));
    }

    /// <summary>Appends bytes in hexadecimal.</summary>
    public AtCommand Hexadecimal(byte[] bytes, int length)
    {
        for (int index = 0; index < length; index++)
        {
            Byte((byte)Digits[bytes[index] >> 4]);
            Byte((byte)Digits[bytes[index] & 15]);
        }

        return this;
    }

    /// <summary>Appends the end of the line.</summary>
    public AtCommand End()
    {
        return Text("\r\n");
    }

    private void Grow()
    {
        byte[] longer = new byte[Longest];
        Array.Copy(_bytes, 0, longer, 0, Length);
        Array.Clear(_bytes, 0, Length);
        _bytes = longer;
    }
}
