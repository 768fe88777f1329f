using System.Text;

namespace System.IO;

/// <summary>Writes text as UTF-8 to a stream, through a buffer that <see cref="Flush"/> empties.</summary>
public class StreamWriter : TextWriter
{
    private const int BufferSize = 4095;

    private readonly bool _leaveOpen;
    private byte[] _buffer = new byte[BufferSize];
    private int _count;

    /// <param name="leaveOpen">Whether closing the writer leaves the stream open.</param>
    /// <exception cref="ArgumentException">The stream cannot be written.</exception>
    public StreamWriter(Stream stream, bool leaveOpen = false)
    {
        if (stream == null)
        {
            throw new ArgumentNullException();
        }

        if (!stream.CanWrite)
        {
            throw new ArgumentException();
        }

        BaseStream = stream;
        _leaveOpen = leaveOpen;
    }

    public virtual Stream BaseStream { get; private set; }

    public override Encoding Encoding => Encoding.UTF8;

    public override string NewLine
    {
        get => base.NewLine;
        set => base.NewLine = value;
    }

    public override void Close() => Dispose();

    protected override void Dispose(bool disposing)
    {
        if (disposing && BaseStream != null)
        {
            Stream stream = BaseStream;
            try
            {
                if (stream.CanWrite)
                {
                    Flush();
                }
            }
            finally
            {
                if (!_leaveOpen)
                {
                    stream.Close();
                }
            }
        }

        BaseStream = null;
        _buffer = null;
    }

    public override void Flush()
    {
        RequireOpen();
        if (_count == 0)
        {
            return;
        }

        int count = _count;
        _count = 0;
        BaseStream.Write(_buffer, 0, count);
    }

    public override void Write(char value) => WriteBytes(Encoding.GetBytes(value.ToString()));

    public override void Write(string value)
    {
        if (value != null)
        {
            WriteBytes(Encoding.GetBytes(value));
        }
    }

    public override void WriteLine() => Write(NewLine);

    public override void WriteLine(string value)
    {
        Write(value);
        WriteLine();
    }

    private void WriteBytes(byte[] bytes)
    {
        RequireOpen();
        if (bytes.Length > _buffer.Length - _count)
        {
            Flush();
        }

        if (bytes.Length > _buffer.Length)
        {
            BaseStream.Write(bytes, 0, bytes.Length);
            return;
        }

        Array.Copy(bytes, 0, _buffer, _count, bytes.Length);
        _count += bytes.Length;
    }

    private void RequireOpen()
    {
        if (BaseStream == null)
        {
            throw new ObjectDisposedException();
        }
    }
}
