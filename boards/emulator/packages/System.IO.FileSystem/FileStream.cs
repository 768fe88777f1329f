namespace System.IO;

/// <summary>A file on one of the board's drives, unbuffered.</summary>
public class FileStream : Stream
{
    private readonly long _lowestPosition;
    private NativeFileStream _file;
    private OpenFile _use;
    private bool _canRead;
    private bool _canWrite;
    private bool _canSeek;

    public FileStream(string path, FileMode mode)
        : this(path, mode, mode == FileMode.Append ? FileAccess.Write : FileAccess.ReadWrite)
    {
    }

    public FileStream(string path, FileMode mode, FileAccess access)
        : this(path, mode, access, FileShare.Read)
    {
    }

    public FileStream(string path, FileMode mode, FileAccess access, FileShare share)
        : this(path, mode, access, share, NativeFileStream.DefaultBufferSize)
    {
    }

    /// <exception cref="IOException">The file is not there, is there already, is in use, or may not be accessed.</exception>
    public FileStream(string path, FileMode mode, FileAccess access, FileShare share, int bufferSize)
    {
        Name = Path.GetFullPath(path);
        CheckArguments(mode, access, share);
        _use = OpenFiles.Add(Name, access, share);
        try
        {
            uint attributes = NativeIO.GetAttributes(Name);
            CheckExistence(mode, attributes);
            _file = new NativeFileStream(Name, bufferSize);
            _use.Stream = _file;
            _file.GetStreamProperties(out _canRead, out _canWrite, out _canSeek);
            _canWrite &= attributes == NativeIO.NoAttributes || (attributes & (uint)FileAttributes.ReadOnly) == 0;
            if (mode is FileMode.Create or FileMode.Truncate)
            {
                _file.SetLength(0);
            }
            else if (mode == FileMode.Append)
            {
                _lowestPosition = _file.Seek(0, (uint)SeekOrigin.End);
            }

            Restrict(access);
        }
        catch (Exception)
        {
            Dispose(true);
            throw;
        }
    }

    ~FileStream() => Dispose(false);

    public override bool CanRead => _canRead;

    public override bool CanSeek => _canSeek;

    public override bool CanWrite => _canWrite;

    public override long Length => Seekable().GetLength();

    public override long Position
    {
        get => Seekable().Seek(0, (uint)SeekOrigin.Current);
        set
        {
            NativeFileStream file = Seekable();
            file.Seek(value < _lowestPosition ? throw new IOException() : value, (uint)SeekOrigin.Begin);
        }
    }

    public string Name { get; }

    public override void Close() => Dispose(true);

    protected override void Dispose(bool disposing)
    {
        _canRead = _canWrite = _canSeek = false;
        NativeFileStream file = _file;
        OpenFile use = _use;
        _file = null;
        _use = null;
        try
        {
            file?.Close();
        }
        finally
        {
            if (use != null)
            {
                OpenFiles.Remove(use);
            }
        }
    }

    public override void Flush() => Open().Flush();

    public override int Read(byte[] buffer, int offset, int count)
    {
        NativeFileStream file = Open();
        if (!_canRead)
        {
            throw new NotSupportedException();
        }

        lock (file)
        {
            return file.Read(buffer, offset, count, NativeFileStream.DefaultTimeout);
        }
    }

    public override int Read(SpanByte buffer) => throw new NotImplementedException();

    public override int ReadByte()
    {
        var single = new byte[1];
        return Read(single, 0, 1) == 1 ? single[0] : -1;
    }

    public override long Seek(long offset, SeekOrigin origin)
    {
        long previous = Position;
        long position = _file.Seek(offset, (uint)origin);
        if (position < _lowestPosition)
        {
            Position = previous;
            throw new IOException();
        }

        return position;
    }

    public override void SetLength(long value)
    {
        NativeFileStream file = Seekable();
        if (!_canWrite)
        {
            throw new NotSupportedException();
        }

        file.SetLength(value);
    }

    /// <exception cref="IOException">The drive took no more bytes.</exception>
    public override void Write(byte[] buffer, int offset, int count)
    {
        NativeFileStream file = Open();
        if (!_canWrite)
        {
            throw new NotSupportedException();
        }

        lock (file)
        {
            while (count > 0)
            {
                int written = file.Write(buffer, offset, count, NativeFileStream.DefaultTimeout);
                if (written == 0)
                {
                    throw new IOException();
                }

                offset += written;
                count -= written;
            }
        }
    }

    public override void WriteByte(byte value) => Write(new[] { value }, 0, 1);

    private static void CheckArguments(FileMode mode, FileAccess access, FileShare share)
    {
        if (mode is < FileMode.CreateNew or > FileMode.Append
            || access is < FileAccess.Read or > FileAccess.ReadWrite
            || share is < FileShare.None or > FileShare.ReadWrite)
        {
            throw new ArgumentOutOfRangeException();
        }

        bool writes = (access & FileAccess.Write) != 0;
        if ((mode is not (FileMode.Open or FileMode.OpenOrCreate) && !writes)
            || (mode == FileMode.Append && access != FileAccess.Write))
        {
            throw new ArgumentException();
        }
    }

    private static void CheckExistence(FileMode mode, uint attributes)
    {
        bool exists = attributes != NativeIO.NoAttributes;
        if (exists && (attributes & (uint)FileAttributes.Directory) != 0)
        {
            throw NativeIO.Error(IOException.IOExceptionErrorCode.UnauthorizedAccess);
        }

        if (exists && mode == FileMode.CreateNew)
        {
            throw NativeIO.Error(IOException.IOExceptionErrorCode.PathAlreadyExists);
        }

        if (!exists && (mode is FileMode.Open or FileMode.Truncate))
        {
            throw NativeIO.Error(IOException.IOExceptionErrorCode.FileNotFound);
        }
    }

    private void Restrict(FileAccess access)
    {
        bool reads = (access & FileAccess.Read) != 0;
        bool writes = (access & FileAccess.Write) != 0;
        if ((reads && !_canRead) || (writes && !_canWrite))
        {
            throw NativeIO.Error(IOException.IOExceptionErrorCode.UnauthorizedAccess);
        }

        _canRead &= reads;
        _canWrite &= writes;
    }

    private NativeFileStream Open() => _file ?? throw new ObjectDisposedException();

    private NativeFileStream Seekable()
    {
        NativeFileStream file = Open();
        return _canSeek ? file : throw new NotSupportedException();
    }
}
