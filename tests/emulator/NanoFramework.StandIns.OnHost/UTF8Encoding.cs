using System.Text.Unicode;

namespace System.Text;

/// <summary>The firmware's half, by .NET.</summary>
public class UTF8Encoding : Encoding
{
    public override byte[] GetBytes(string s)
    {
        var bytes = new byte[s.Length * 3];
        Utf8.FromUtf16(s, bytes, out _, out int count);
        return bytes.AsSpan(0, count).ToArray();
    }

    public override char[] GetChars(byte[] bytes, int byteIndex, int byteCount)
    {
        var chars = new char[byteCount];
        Utf8.ToUtf16(bytes.AsSpan(byteIndex, byteCount), chars, out _, out int count);
        return chars.AsSpan(0, count).ToArray();
    }

    public override Decoder GetDecoder() => new UTF8Decoder();
}
