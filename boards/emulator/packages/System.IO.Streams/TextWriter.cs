using System.Text;

namespace System.IO;

/// <summary>A sequence of characters that is written. A derived class overrides at least <see cref="Write(char)"/>.</summary>
public abstract class TextWriter : MarshalByRefObject, IDisposable
{
    protected char[] CoreNewLine = { '\r', '\n' };

    public abstract Encoding Encoding { get; }

    /// <summary>What ends a line; null puts the default, "\r\n", back.</summary>
    public virtual string NewLine
    {
        get => new(CoreNewLine);
        set => CoreNewLine = (value ?? "\r\n").ToCharArray();
    }

    public virtual void Close() => Dispose();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }

    public virtual void Flush()
    {
    }

    public virtual void Write(char value)
    {
    }

    public virtual void Write(char[] buffer)
    {
        if (buffer != null)
        {
            Write(buffer, 0, buffer.Length);
        }
    }

    public virtual void Write(char[] buffer, int index, int count)
    {
        if (buffer == null)
        {
            throw new ArgumentNullException();
        }

        if (index < 0 || count < 0)
        {
            throw new ArgumentOutOfRangeException();
        }

        if (index > buffer.Length - count)
        {
            throw new ArgumentException();
        }

        for (int i = index; i < index + count; i++)
        {
            Write(buffer[i]);
        }
    }

    public virtual void Write(bool value) => Write(value.ToString());

    public virtual void Write(int value) => Write(value.ToString());

    public virtual void Write(uint value) => Write(value.ToString());

    public virtual void Write(long value) => Write(value.ToString());

    public virtual void Write(ulong value) => Write(value.ToString());

    public virtual void Write(float value) => Write(value.ToString());

    public virtual void Write(double value) => Write(value.ToString());

    public virtual void Write(string value) => Write(value?.ToCharArray());

    public virtual void Write(object value) => Write(value?.ToString());

    public virtual void WriteLine() => Write(CoreNewLine);

    public virtual void WriteLine(char value)
    {
        Write(value);
        WriteLine();
    }

    public virtual void WriteLine(char[] buffer)
    {
        Write(buffer);
        WriteLine();
    }

    public virtual void WriteLine(char[] buffer, int index, int count)
    {
        Write(buffer, index, count);
        WriteLine();
    }

    public virtual void WriteLine(bool value) => WriteLine(value.ToString());

    public virtual void WriteLine(int value) => WriteLine(value.ToString());

    public virtual void WriteLine(uint value) => WriteLine(value.ToString());

    public virtual void WriteLine(long value) => WriteLine(value.ToString());

    public virtual void WriteLine(ulong value) => WriteLine(value.ToString());

    public virtual void WriteLine(float value) => WriteLine(value.ToString());

    public virtual void WriteLine(double value) => WriteLine(value.ToString());

    public virtual void WriteLine(string value)
    {
        Write(value);
        WriteLine();
    }

    public virtual void WriteLine(object value) => WriteLine(value?.ToString());
}
