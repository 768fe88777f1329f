using System.Security.Cryptography;

namespace Earshot.Emulator.Radio;

/// <summary>What all LoRaWAN frames share: 24-bit numbers and the code at the end.</summary>
internal static class FrameBytes
{
    /// <summary>Bytes of a message integrity code.</summary>
    public const int CodeLength = 4;

    public static void Write24(Span<byte> to, int value)
    {
        to[0] = (byte)value;
        to[1] = (byte)(value >> 8);
        to[2] = (byte)(value >> 16);
    }

    public static int Read24(ReadOnlySpan<byte> from) => from[0] | (from[1] << 8) | (from[2] << 16);

    /// <summary>Appends the first four bytes of the CMAC of the message.</summary>
    public static byte[] Sign(byte[] key, ReadOnlySpan<byte> message, ReadOnlySpan<byte> prefix = default) =>
        [.. message, .. AesCmac.Compute(key, [.. prefix, .. message]).AsSpan(0, CodeLength)];

    /// <summary>Whether the last four bytes are the code of those before.</summary>
    public static bool IsSigned(byte[] key, ReadOnlySpan<byte> frame, ReadOnlySpan<byte> prefix = default) =>
        frame.Length >= CodeLength && CryptographicOperations.FixedTimeEquals(
            Sign(key, frame[..^CodeLength], prefix).AsSpan(frame.Length - CodeLength), frame[^CodeLength..]);
}
