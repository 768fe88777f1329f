namespace System.IO;

/// <summary>A sequence of characters that is read.</summary>
public abstract class TextReader : MarshalByRefObject, IDisposable
{
    public virtual void Close() => Dispose();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }

    public virtual int Peek() => -1;

    public virtual int Read() => -1;

    public virtual int Read(char[] buffer, int index, int count) => -1;

    /// <summary>Reads until <paramref name="count"/> characters are there or the end is reached; returns how many.</summary>
    public virtual int ReadBlock(char[] buffer, int index, int count)
    {
        int total = 0;
        while (total < count)
        {
            int read = Read(buffer, index + total, count - total);
            if (read <= 0)
            {
                break;
            }

            total += read;
        }

        return total;
    }

    public virtual string ReadLine() => null;

    public virtual string ReadToEnd() => null;
}
