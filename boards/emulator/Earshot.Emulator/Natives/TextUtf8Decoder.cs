using System.Buffers;
using System.Text.Unicode;
using Earshot.Emulator.Loading;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of System.Text.UTF8Decoder.</summary>
[NativeHalfOf("System.Text.UTF8Decoder")]
public static class TextUtf8Decoder
{
    /// <summary>Decodes as many whole characters as both buffers have room for.</summary>
    public static void Convert(
        object self,
        byte[] bytes,
        int byteIndex,
        int byteCount,
        char[] chars,
        int charIndex,
        int charCount,
        bool flush,
        out int bytesUsed,
        out int charsUsed,
        out bool completed)
    {
        var target = chars.AsSpan(charIndex, charCount);
        var status = Utf8.ToUtf16(bytes.AsSpan(byteIndex, byteCount), target, out bytesUsed, out charsUsed, true, flush);
        completed = status == OperationStatus.Done;
    }
}
