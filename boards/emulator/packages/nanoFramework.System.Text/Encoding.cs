namespace System.Text;

/// <summary>A mapping between characters and bytes. UTF-8 is the only one that the board has.</summary>
public abstract class Encoding
{
    public static Encoding UTF8 { get; } = new UTF8Encoding();

    public virtual byte[] GetBytes(string s) => throw new NotImplementedException();

    public virtual int GetBytes(string s, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
        throw new NotImplementedException();

    public virtual char[] GetChars(byte[] bytes) => throw new NotImplementedException();

    public virtual char[] GetChars(byte[] bytes, int byteIndex, int byteCount) => throw new NotImplementedException();

    public virtual string GetString(byte[] bytes, int index, int count) => new(GetChars(bytes, index, count));

    public abstract Decoder GetDecoder();
}
