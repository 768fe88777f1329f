namespace Earshot.Emulator.Storage;

/// <summary>A file that is open: what is written is in memory until <see cref="Flush"/> commits it.</summary>
internal sealed class OpenStoredFile
{
    private readonly FileStore _store;
    private readonly StoredFolder _folder;
    private readonly StoredFile _file;
    private byte[] _content;
    private int _firstChanged = int.MaxValue;
    private bool _hasFailed;

    public OpenStoredFile(FileStore store, StoredFolder folder, StoredFile file)
    {
        _store = store;
        _folder = folder;
        _file = file;
        _content = store.Load(file);
        Length = file.Length;
    }

    public int Length { get; private set; }

    public int Position { get; private set; }

    /// <returns>How many bytes; 0 at the end.</returns>
    public int Read(Span<byte> bytes)
    {
        var count = Math.Clamp(Length - Position, 0, bytes.Length);
        _content.AsSpan(Position, count).CopyTo(bytes);
        Position += count;
        return count;
    }

    /// <summary>Writes at the position. After a failure nothing is committed any more: the file stays as it was last synchronised.</summary>
    /// <exception cref="FileStoreException">The drive has no room for it.</exception>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        var end = Math.Max(Length, checked(Position + bytes.Length));
        var firstChanged = Math.Min(_firstChanged, Math.Min(Position, Length));
        if (!_store.HasRoomFor(_file, end, firstChanged))
        {
            _hasFailed = true;
            throw FileStore.Full();
        }

        Grow(end);
        bytes.CopyTo(_content.AsSpan(Position));
        Position += bytes.Length;
        Length = end;
        _firstChanged = firstChanged;
    }

    /// <returns>Whether the position exists: it may lie behind the end, not before the beginning.</returns>
    public bool TrySeek(long position)
    {
        if (position is < 0 or > int.MaxValue)
        {
            return false;
        }

        Position = (int)position;
        return true;
    }

    /// <summary>Shortens it. As in the firmware, asking for more synchronises the file and leaves its length.</summary>
    public void SetLength(int length)
    {
        if (length < Length)
        {
            _firstChanged = Math.Min(_firstChanged, length);
            Length = length;
        }
        else if (length > Length)
        {
            Flush();
        }
    }

    /// <exception cref="FileStoreException">The drive has no room for it.</exception>
    public void Flush()
    {
        if (_firstChanged != int.MaxValue && !_hasFailed)
        {
            _store.Commit(_folder, _file, _content[..Length], _firstChanged);
            _firstChanged = int.MaxValue;
        }
    }

    private void Grow(int length)
    {
        if (length > _content.Length)
        {
            Array.Resize(ref _content, Math.Max(length, 2 * _content.Length));
        }

        // What was cut off must not come back.
        _content.AsSpan(Length, Math.Max(0, length - Length)).Clear();
    }
}
