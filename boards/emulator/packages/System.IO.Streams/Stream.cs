namespace System.IO;

/// <summary>A sequence of bytes that is read, written, or both.</summary>
public abstract class Stream : MarshalByRefObject, IDisposable
{
    private const int CopyBufferSize = 2048;

    ~Stream() => Dispose(false);

    public abstract bool CanRead { get; }

    public abstract bool CanSeek { get; }

    public virtual bool CanTimeout => false;

    public abstract bool CanWrite { get; }

    public abstract long Length { get; }

    public abstract long Position { get; set; }

    /// <summary>Milliseconds; only where <see cref="CanTimeout"/> holds.</summary>
    public virtual int ReadTimeout
    {
        get => throw new InvalidOperationException();
        set => throw new InvalidOperationException();
    }

    /// <summary>Milliseconds; only where <see cref="CanTimeout"/> holds.</summary>
    public virtual int WriteTimeout
    {
        get => throw new InvalidOperationException();
        set => throw new InvalidOperationException();
    }

    public virtual void Close()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Writes the rest of this stream to <paramref name="destination"/>.</summary>
    /// <exception cref="NotSupportedException">This stream cannot be read, or the destination cannot be written.</exception>
    public void CopyTo(Stream destination)
    {
        if (destination == null)
        {
            throw new ArgumentNullException();
        }

        RequireOpen(this);
        RequireOpen(destination);
        if (!CanRead || !destination.CanWrite)
        {
            throw new NotSupportedException();
        }

        var buffer = new byte[CopyBufferSize];
        for (int count = Read(buffer, 0, buffer.Length); count > 0; count = Read(buffer, 0, buffer.Length))
        {
            destination.Write(buffer, 0, count);
        }
    }

    /// <summary>Closes the stream; errors while closing are not reported, as on the board.</summary>
    public void Dispose()
    {
        try
        {
            Close();
        }
        catch (Exception)
        {
            // The class library's own Dispose never throws, and code written for it relies on that.
        }
    }

    protected virtual void Dispose(bool disposing)
    {
    }

    public abstract void Flush();

    public abstract long Seek(long offset, SeekOrigin origin);

    public abstract void SetLength(long value);

    public abstract int Read(SpanByte buffer);

    /// <summary>Reads up to <paramref name="count"/> bytes and returns how many; 0 at the end.</summary>
    public abstract int Read(byte[] buffer, int offset, int count);

    /// <summary>The next byte, or -1 at the end.</summary>
    public virtual int ReadByte()
    {
        var single = new byte[1];
        return Read(single, 0, 1) == 0 ? -1 : single[0];
    }

    public abstract void Write(byte[] buffer, int offset, int count);

    public virtual void WriteByte(byte value) => Write(new[] { value }, 0, 1);

    private static void RequireOpen(Stream stream)
    {
        if (!stream.CanRead && !stream.CanWrite)
        {
            throw new ObjectDisposedException();
        }
    }
}
