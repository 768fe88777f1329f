using System.Text;

namespace System.IO;

/// <summary>Reads UTF-8 text from a stream through a buffer.</summary>
public class StreamReader : TextReader
{
    private const int BufferSize = 512;

    private readonly bool _leaveOpen;
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly char[] _single = new char[1];
    private byte[] _buffer = new byte[BufferSize];
    private int _start;
    private int _end;

    /// <param name="leaveOpen">Whether closing the reader leaves the stream open.</param>
    /// <exception cref="ArgumentException">The stream cannot be read.</exception>
    public StreamReader(Stream stream, bool leaveOpen = false)
    {
        if (stream == null)
        {
            throw new ArgumentNullException();
        }

        if (!stream.CanRead)
        {
            throw new ArgumentException();
        }

        BaseStream = stream;
        _leaveOpen = leaveOpen;
    }

    public virtual Stream BaseStream { get; private set; }

    public virtual Encoding CurrentEncoding => Encoding.UTF8;

    /// <summary>Whether the buffer is empty; as on the board, it also is before the first reading.</summary>
    public bool EndOfStream => _start == _end;

    public override void Close() => Dispose();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_leaveOpen)
        {
            BaseStream?.Close();
        }

        BaseStream = null;
        _buffer = null;
        _start = _end = 0;
    }

    public override int Peek()
    {
        int next = Decode(_single, 0, 1, out int bytes) == 0 ? -1 : _single[0];
        _start -= next < 0 ? 0 : bytes;
        return next;
    }

    public override int Read() => Decode(_single, 0, 1, out _) == 0 ? -1 : _single[0];

    public override int Read(char[] buffer, int index, int count)
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

        int total = 0;
        while (total < count)
        {
            int read = Decode(buffer, index + total, count - total, out _);
            if (read == 0)
            {
                break;
            }

            total += read;
        }

        return total;
    }

    /// <summary>The next line without its "\n", "\r" or "\r\n"; null at the end.</summary>
    public override string ReadLine()
    {
        var line = new StringBuilder();
        int next = Read();
        if (next < 0)
        {
            return null;
        }

        for (; next >= 0 && next != '\n' && next != '\r'; next = Read())
        {
            line.Append((char)next);
        }

        if (next == '\r' && Peek() == '\n')
        {
            Read();
        }

        return line.ToString();
    }

    public override string ReadToEnd()
    {
        var text = new StringBuilder();
        var chunk = new char[BufferSize];
        for (int count = Read(chunk, 0, chunk.Length); count > 0; count = Read(chunk, 0, chunk.Length))
        {
            text.Append(chunk, 0, count);
        }

        return text.ToString();
    }

    /// <summary>Decodes from the buffer, which is filled until at least one character is whole or the stream ends.</summary>
    private int Decode(char[] chars, int index, int count, out int bytes)
    {
        if (BaseStream == null)
        {
            throw new ObjectDisposedException();
        }

        while (true)
        {
            _decoder.Convert(_buffer, _start, _end - _start, chars, index, count, false, out bytes, out int used, out _);
            _start += bytes;
            if (used > 0 || !Fill())
            {
                return used;
            }
        }
    }

    private bool Fill()
    {
        Array.Copy(_buffer, _start, _buffer, 0, _end - _start);
        _end -= _start;
        _start = 0;
        int read = BaseStream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
