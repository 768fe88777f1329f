using System.Buffers;
using System.Text.Unicode;

namespace System.Text;

/// <summary>The firmware's half, by .NET.</summary>
internal class UTF8Decoder : Decoder
{
    public override void Convert(
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
        Span<char> target = chars.AsSpan(charIndex, charCount);
        OperationStatus status = Utf8.ToUtf16(bytes.AsSpan(byteIndex, byteCount), target, out bytesUsed, out charsUsed, true, flush);
        completed = status == OperationStatus.Done;
    }
}
