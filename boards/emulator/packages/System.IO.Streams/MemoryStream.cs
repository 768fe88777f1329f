namespace System.IO;

/// <summary>A stream over an array: one of its own that grows, or a given one of fixed size.</summary>
public class MemoryStream : Stream
{
    private const int InitialCapacity = 256;
    private const int MaximumLength = 65535;

    private readonly bool _canGrow;
    private readonly bool _isWritable;
    private bool _isOpen = true;
    private byte[] _buffer;
    private int _length;
    private int _position;

    public MemoryStream()
    {
        _buffer = new byte[InitialCapacity];
        _canGrow = true;
        _isWritable = true;
    }

    public MemoryStream(byte[] buffer)
        : this(buffer, true)
    {
    }

    public MemoryStream(byte[] buffer, bool isWritable)
    {
        _buffer = buffer ?? throw new ArgumentNullException();
        _length = buffer.Length;
        _isWritable = isWritable;
    }

    public override bool CanRead => _isOpen;

    public override bool CanSeek => _isOpen;

    public override bool CanWrite => _isOpen && _isWritable;

    public override long Length
    {
        get
        {
            RequireOpen();
            return _length;
        }
    }

    public override long Position
    {
        get
        {
            RequireOpen();
            return _position;
        }

        set
        {
            RequireOpen();
            if (value < 0 || value > MaximumLength)
            {
                throw new ArgumentOutOfRangeException();
            }

            _position = (int)value;
        }
    }

    protected override void Dispose(bool disposing) => _isOpen = false;

    public override void Flush()
    {
    }

    /// <summary>The array behind the stream, which may be longer than the stream.</summary>
    public virtual byte[] GetBuffer() => _buffer;

    public override int Read(SpanByte buffer)
    {
        int count = Available(buffer.Length);
        if (count == 0)
        {
            return 0;
        }

        new SpanByte(_buffer, _position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        RequireOpen();
        CheckRange(buffer, offset, count);
        count = Available(count);
        if (count > 0)
        {
            Array.Copy(_buffer, _position, buffer, offset, count);
            _position += count;
        }

        return count;
    }

    public override int ReadByte() => Available(1) == 0 ? -1 : _buffer[_position++];

    /// <exception cref="IOException">The position would lie before the beginning.</exception>
    public override long Seek(long offset, SeekOrigin origin)
    {
        RequireOpen();
        long start = origin switch
        {
            SeekOrigin.Begin => 0,
            SeekOrigin.Current => _position,
            SeekOrigin.End => _length,
            _ => throw new ArgumentException(),
        };
        if (offset > MaximumLength)
        {
            throw new ArgumentOutOfRangeException();
        }

        if (start + offset < 0)
        {
            throw new IOException();
        }

        _position = (int)(start + offset);
        return _position;
    }

    public override void SetLength(long value)
    {
        RequireWritable();
        if (value < 0 || value > MaximumLength)
        {
            throw new ArgumentOutOfRangeException();
        }

        Reserve((int)value);
        if (value > _length)
        {
            Array.Clear(_buffer, _length, (int)value - _length);
        }

        _length = (int)value;
        _position = _position > _length ? _length : _position;
    }

    public virtual byte[] ToArray()
    {
        var copy = new byte[_length];
        Array.Copy(_buffer, copy, _length);
        return copy;
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        RequireWritable();
        CheckRange(buffer, offset, count);
        Extend(count);
        Array.Copy(buffer, offset, _buffer, _position, count);
        _position += count;
    }

    public override void WriteByte(byte value)
    {
        RequireWritable();
        Extend(1);
        _buffer[_position++] = value;
    }

    public virtual void WriteTo(Stream stream)
    {
        RequireOpen();
        if (stream == null)
        {
            throw new ArgumentNullException();
        }

        stream.Write(_buffer, 0, _length);
    }

    private static void CheckRange(byte[] buffer, int offset, int count)
    {
        if (buffer == null)
        {
            throw new ArgumentNullException();
        }

        if (offset < 0 || count < 0)
        {
            throw new ArgumentOutOfRangeException();
        }

        if (offset > buffer.Length - count)
        {
            throw new ArgumentException();
        }
    }

    private int Available(int wanted)
    {
        RequireOpen();
        int rest = _length > _position ? _length - _position : 0;
        return wanted < rest ? wanted : rest;
    }

    /// <summary>Makes the stream at least <paramref name="count"/> bytes longer than the position, with zeros in a gap.</summary>
    private void Extend(int count)
    {
        int end = _position + count;
        if (end <= _length)
        {
            return;
        }

        Reserve(end);
        Array.Clear(_buffer, _length, end - _length);
        _length = end;
    }

    private void Reserve(int capacity)
    {
        if (capacity <= _buffer.Length)
        {
            return;
        }

        if (!_canGrow || capacity > MaximumLength)
        {
            throw new NotSupportedException();
        }

        int doubled = _buffer.Length * 2;
        var grown = new byte[doubled < capacity ? capacity : doubled];
        Array.Copy(_buffer, grown, _length);
        _buffer = grown;
    }

    private void RequireOpen()
    {
        if (!_isOpen)
        {
            throw new ObjectDisposedException();
        }
    }

    private void RequireWritable()
    {
        RequireOpen();
        if (!_isWritable)
        {
            throw new NotSupportedException();
        }
    }
}
