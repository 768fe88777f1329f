namespace System.Text;

/// <summary>Turns bytes into characters piece by piece.</summary>
public abstract class Decoder
{
    /// <summary>Decodes as many whole characters as both buffers have room for.</summary>
    /// <param name="bytes">The source; reading starts at <paramref name="byteIndex"/> and takes at most <paramref name="byteCount"/> bytes.</param>
    /// <param name="chars">The target; writing starts at <paramref name="charIndex"/> and adds at most <paramref name="charCount"/> characters.</param>
    /// <param name="flush">Whether no more bytes follow.</param>
    /// <param name="bytesUsed">The bytes decoded; an incomplete character at the end is left for the next call.</param>
    /// <param name="charsUsed">The characters written.</param>
    /// <param name="completed">Whether every byte given was decoded.</param>
    public abstract void Convert(
        byte[] bytes,
        int byteIndex,
        int byteCount,
        char[] chars,
        int charIndex,
        int charCount,
        bool flush,
        out int bytesUsed,
        out int charsUsed,
        out bool completed);
}
