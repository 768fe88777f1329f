using System.Text;
using Earshot.Emulator.Loading;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of System.Text.UTF8Encoding.</summary>
[NativeHalfOf("System.Text.UTF8Encoding")]
public static class TextUtf8Encoding
{
    /// <summary>Encodes a text.</summary>
    public static byte[] GetBytes(object self, string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Encoding.UTF8.GetBytes(s);
    }

    /// <summary>Encodes a part of a text into an array.</summary>
    /// <returns>How many bytes.</returns>
    public static int GetBytes(object self, string s, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
        Encoding.UTF8.GetBytes(s, charIndex, charCount, bytes, byteIndex);

    /// <summary>Decodes bytes up to a zero, which ends every text of the firmware.</summary>
    public static char[] GetChars(object self, byte[] bytes) =>
        bytes is null ? throw new NullReferenceException() : GetChars(self, bytes, 0, bytes.Length);

    /// <summary>Decodes a part of an array up to a zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part does not lie in the array.</exception>
    public static char[] GetChars(object self, byte[] bytes, int byteIndex, int byteCount)
    {
        if (bytes is null)
        {
            throw new NullReferenceException();
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(byteIndex + byteCount, bytes.Length);
        var part = bytes.AsSpan(byteIndex, byteCount);
        var zero = part.IndexOf((byte)0);
        return Encoding.UTF8.GetString(zero < 0 ? part : part[..zero]).ToCharArray();
    }
}
