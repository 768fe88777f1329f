// Shared with the host, whose nullable annotations the board's class library does not have.
#nullable disable

namespace Earshot;

/// <summary>
/// One line of text around a payload: kind, hexadecimal bytes, checksum, and a note for whoever reads along. docs/payload.md
/// specifies it.
/// </summary>
public static class SerialFrame
{
    /// <summary>A line that carries an event.</summary>
    public const string EventKind = "E1";

    /// <summary>A line that carries the name of a label.</summary>
    public const string LabelKind = "L1";

    private const string Digits = "0123456789ABCDEF";

    /// <summary>Writes a line without its end.</summary>
    /// <param name="kind">Two characters.</param>
    /// <param name="payload">The bytes.</param>
    /// <param name="length">How many of them count.</param>
    /// <param name="note">For people; receivers skip it.</param>
    public static string Write(string kind, byte[] payload, int length, string note)
    {
        char[] text = new char[(2 * length) + 5];
        int position = 0;
        for (int index = 0; index < length; index++)
        {
            text[position++] = Digits[payload[index] >> 4];
            text[position++] = Digits[payload[index] & 15];
        }

        text[position++] = ' ';
        int crc = Crc16.Compute(payload, 0, length);
        for (int shift = 12; shift >= 0; shift -= 4)
        {
            text[position++] = Digits[(crc >> shift) & 15];
        }

        return kind + " " + new string(text) + " # " + note;
    }

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line without its end.</param>
    /// <param name="kind">The kind to accept.</param>
    /// <returns>The payload, or null when the line is of another kind, malformed, or fails its checksum.</returns>
    public static byte[] Read(string line, string kind)
    {
        int note = line.IndexOf('#');
        string frame = note < 0 ? line : line.Substring(0, note);
        string[] parts = frame.Trim().Split(' ');
        if (parts.Length != 3 || parts[0] != kind || parts[2].Length != 4)
        {
            return null;
        }

        byte[] payload = Parse(parts[1]);
        byte[] crc = Parse(parts[2]);
        if (payload == null || crc == null || Crc16.Compute(payload, 0, payload.Length) != ((crc[0] << 8) | crc[1]))
        {
            return null;
        }

        return payload;
    }

    private static byte[] Parse(string text)
    {
        if (text.Length % 2 != 0)
        {
            return null;
        }

        byte[] bytes = new byte[text.Length / 2];
        for (int index = 0; index < text.Length; index++)
        {
            int digit = Digits.IndexOf(text[index]);
            if (digit < 0)
            {
                return null;
            }

            bytes[index / 2] = (byte)((bytes[index / 2] << 4) | digit);
        }

        return bytes;
    }
}
