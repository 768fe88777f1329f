using System;

namespace Earshot;

/// <summary>
/// A line of text that a modem sent. Nothing is allocated to look at it; a line longer than all before it makes the memory grow.
/// </summary>
public sealed class AtLine
{
    /// <summary>
    /// The most characters of a line: 242 bytes in hexadecimal and what a modem writes around them. Longer ones are not answers.
    /// </summary>
    public const int Capacity = 600;

    // Answers and short downlinks, which are all that most modems ever say.
    private const int Usual = 128;

    internal byte[] Characters { get; private set; } = new byte[Usual];

    /// <summary>How many characters it has.</summary>
    public int Length { get; internal set; }

    internal void Add(byte character)
    {
        if (Length == Characters.Length)
        {
            byte[] longer = new byte[Capacity];
            Array.Copy(Characters, 0, longer, 0, Length);
            Characters = longer;
        }

        Characters[Length++] = character;
    }

    /// <summary>Whether a text stands at a position.</summary>
    public bool HasAt(int position, string text)
    {
        if (position < 0 || position + text.Length > Length)
        {
            return false;
        }

        for (int index = 0; index < text.Length; index++)
        {
            if (Characters[position + index] != text[index])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the line is a text and nothing else.</summary>
    public bool Is(string text)
    {
        return Length == text.Length && HasAt(0, text);
    }

    /// <summary>Where a text stands first; −1 when nowhere.</summary>
    public int Find(string text)
    {
        for (int position = 0; position + text.Length <= Length; position++)
        {
            if (HasAt(position, text))
            {
                return position;
            }
        }

        return -1;
    }

    /// <summary>Where a character stands at or after a position; −1 when nowhere.</summary>
    public int FindFrom(int position, char character)
    {
        for (int index = position; index < Length; index++)
        {
            if (Characters[index] == character)
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>Reads a decimal number with an optional sign; at most nine digits, so that it fits.</summary>
    /// <param name="position">Where it begins; afterwards, where it has ended.</param>
    /// <param name="value">The number.</param>
    public bool TryReadNumber(ref int position, out int value)
    {
        value = 0;
        int index = position;
        bool isNegative = index < Length && Characters[index] == '-';
        if (isNegative)
        {
            index++;
        }

        int first = index;
        while (index < Length && Characters[index] >= '0' && Characters[index] <= '9')
        {
            if (index - first == 9)
            {
                return false;
            }

            value = (value * 10) + (Characters[index++] - '0');
        }

        if (index == first)
        {
            return false;
        }

        value = isNegative ? -value : value;
        position = index;
        return true;
    }

    /// <summary>Reads hexadecimal digits, two a byte, up to the line's end or a character that is none.</summary>
    /// <param name="position">Where they begin; afterwards, where they have ended.</param>
    /// <param name="bytes">Takes the bytes.</param>
    /// <param name="length">How many there are, perhaps 0.</param>
    /// <returns>False when half a byte is left over or there are more bytes than fit.</returns>
    public bool TryReadHexadecimal(ref int position, byte[] bytes, out int length)
    {
        length = 0;
        int index = position;
        while (index < Length && Digit(Characters[index]) >= 0)
        {
            int low = index + 1 < Length ? Digit(Characters[index + 1]) : -1;
            if (low < 0 || length == bytes.Length)
            {
                return false;
            }

            bytes[length++] = (byte)((Digit(Characters[index]) << 4) | low);
            index += 2;
        }

        position = index;
        return true;
    }

    private static int Digit(byte character)
    {
        if (character >= '0' && character <= '9')
        {
            return character - '0';
        }

        int letter = character | 0x20;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }
}
