using System.Runtime.CompilerServices;

namespace System.Text;

/// <summary>UTF-8, converted by the firmware.</summary>
public class UTF8Encoding : Encoding
{
    [MethodImpl(MethodImplOptions.InternalCall)]
    public override extern byte[] GetBytes(string s);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public override extern int GetBytes(string s, int charIndex, int charCount, byte[] bytes, int byteIndex);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public override extern char[] GetChars(byte[] bytes);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public override extern char[] GetChars(byte[] bytes, int byteIndex, int byteCount);

    public override Decoder GetDecoder() => new UTF8Decoder();
}
