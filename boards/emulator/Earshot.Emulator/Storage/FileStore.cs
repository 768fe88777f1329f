using Earshot.Emulator.Runtime.ClassLibrary;

namespace Earshot.Emulator.Storage;

/// <summary>
/// A file system that keeps the promises of littlefs 2: what was synchronised survives a loss of power, what was not is as
/// before, and each commit of a folder happens or does not. Content is never overwritten but written to free sectors; small
/// files lie in the metadata; folders are logs in pairs of sectors, which move when they are full and to other sectors after
/// <see cref="MovesPerPair"/> moves; free sectors are taken in turn. The bytes of the logs are not littlefs's, their number is about its.
/// </summary>
public sealed partial class FileStore
{
    /// <summary>Moves of a folder's log until it takes other sectors (LFS0_BLOCK_CYCLES of nanoFramework's targets).</summary>
    public const int MovesPerPair = 100;

    // A commit is two tags and a checksum, an entry two tags and its name (SPEC.md of littlefs).
    private const int CommitBytes = 12;
    private const int EntryBytes = 16;

    private readonly FlashStorage _flash;
    private readonly HashSet<int> _taken = [];
    private readonly HashSet<int> _occupied = [];
    private StoredFolder _root = new();
    private bool _isFormatted;
    private int _next;

    internal FileStore(FlashStorage flash) => _flash = flash;

    /// <summary>Bytes in all.</summary>
    public int TotalBytes => _flash.Geometry.TotalBytes;

    /// <summary>Bytes of the sectors that nothing lies in and that are not worn out.</summary>
    public int FreeBytes
    {
        get
        {
            Prepare();
            return FreeSectors * SectorBytes;
        }
    }

    /// <summary>Small files up to this size lie in their folder's metadata.</summary>
    internal int LargestInline => Math.Min(_flash.Geometry.PageBytes, SectorBytes / 8);

    internal int SectorBytes => _flash.Geometry.SectorBytes;

    private int FreeSectors =>
        Enumerable.Range(0, _flash.Geometry.SectorCount).Count(sector => !_taken.Contains(sector) && !_flash.IsWornOut(sector));

    /// <summary>
    /// Something else on the flash takes sectors until so many bytes are free, and keeps them over resets until <see cref="Vacate"/>.
    /// </summary>
    /// <param name="free">Bytes, rounded down to whole sectors.</param>
    public void Occupy(int free)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(free);
        Prepare();
        for (var sector = 0; sector < _flash.Geometry.SectorCount && FreeSectors > free / SectorBytes; sector++)
        {
            if (!_flash.IsWornOut(sector) && _taken.Add(sector))
            {
                _occupied.Add(sector);
            }
        }
    }

    /// <summary>Gives back what <see cref="Occupy"/> has taken.</summary>
    public void Vacate()
    {
        _taken.ExceptWith(_occupied);
        _occupied.Clear();
    }

    /// <summary>The sectors that hold a file's content; none for a small file.</summary>
    /// <exception cref="FileStoreException">There is no such file.</exception>
    public IReadOnlyList<int> SectorsOf(string path)
    {
        Prepare();
        return Find(path) is StoredFile file
            ? file.Sectors
            : throw new FileStoreException(IOExceptionErrorCode.FileNotFound, $"{path} is not there.");
    }

    /// <summary>Reads a file as its last commit left it.</summary>
    /// <inheritdoc cref="SectorsOf" path="/exception"/>
    public byte[] ReadFile(string path)
    {
        Prepare();
        return Find(path) is StoredFile file
            ? Load(file)
            : throw new FileStoreException(IOExceptionErrorCode.FileNotFound, $"{path} is not there.");
    }

    /// <summary>Writes a file from outside, as a programmer does; folders above it are made.</summary>
    /// <exception cref="FileStoreException">It does not fit.</exception>
    public void WriteFile(string path, ReadOnlySpan<byte> content)
    {
        if (StoragePath.NamesOf(path) is [.. [_, ..] folders, _])
        {
            CreateFolder(string.Join('\\', folders));
        }

        var file = Open(path);
        file.SetLength(0);
        file.Write(content);
        file.Flush();
    }

    /// <summary>Takes up what the last commits say; files that were open are as they were last synchronised.</summary>
    internal void Mount()
    {
        _taken.Clear();
        _taken.UnionWith(_occupied);
        if (_isFormatted)
        {
            TakeAll(_root);
        }
    }

    internal void Format()
    {
        _root = new StoredFolder();
        _isFormatted = false;
        _taken.Clear();
        Prepare();
    }

    /// <summary>Reads a file's content from the flash, to change at will.</summary>
    internal byte[] Load(StoredFile file)
    {
        if (file.Sectors.Length == 0)
        {
            return [.. file.Inline];
        }

        var content = new byte[file.Length];
        for (var index = 0; index < file.Sectors.Length; index++)
        {
            var start = index * SectorBytes;
            _flash.Read(file.Sectors[index] * SectorBytes, content.AsSpan(start, Math.Min(SectorBytes, content.Length - start)));
        }

        return content;
    }

    /// <summary>Whether new content of a file fits beside its old one.</summary>
    internal bool HasRoomFor(StoredFile file, int length, int firstChanged) => SectorsFor(file, length, firstChanged) <= FreeSectors;

    /// <summary>Writes changed content to free sectors and commits it: until the commit's last page, the file is as before.</summary>
    internal void Commit(StoredFolder folder, StoredFile file, byte[] content, int firstChanged)
    {
        var old = file.Sectors;
        var kept = KeptSectors(file, content.Length, firstChanged);
        var written = new List<int>(old[..kept]);
        try
        {
            for (var start = kept * SectorBytes; start < content.Length && content.Length > LargestInline; start += SectorBytes)
            {
                written.Add(WriteSector(content.AsSpan(start, Math.Min(SectorBytes, content.Length - start))));
            }

            int[] sectors = [.. written];
            Log(folder, EntryBytes + (sectors.Length == 0 ? content.Length : 0), () =>
            {
                file.Length = content.Length;
                file.Sectors = sectors;
                file.Inline = sectors.Length == 0 ? content : [];
            });
        }
        catch (FileStoreException)
        {
            _taken.ExceptWith(written.Except(old));
            throw;
        }

        _taken.ExceptWith(old.Except(written));
    }

    private int KeptSectors(StoredFile file, int length, int firstChanged) =>
        length <= LargestInline ? 0 : Math.Min(file.Sectors.Length, Math.Min(firstChanged, length) / SectorBytes);

    private int SectorsFor(StoredFile file, int length, int firstChanged) => length <= LargestInline
        ? 0
        : ((length + SectorBytes - 1) / SectorBytes) - KeptSectors(file, length, firstChanged);

    private int WriteSector(ReadOnlySpan<byte> content)
    {
        var sector = Allocate();
        _flash.Program(sector * SectorBytes, content);
        return sector;
    }

    private int Allocate()
    {
        var count = _flash.Geometry.SectorCount;
        for (var tried = 0; tried < count; tried++)
        {
            var sector = _next;
            _next = (_next + 1) % count;
            if (!_taken.Contains(sector) && _flash.TryErase(sector))
            {
                _taken.Add(sector);
                return sector;
            }
        }

        throw Full();
    }

    private void Prepare()
    {
        if (!_isFormatted)
        {
            (_root.Active, _root.Spare) = (Allocate(), Allocate());
            Append(_root, CommitBytes + EntryBytes);
            _isFormatted = true;
        }
    }

    private void TakeAll(StoredFolder folder)
    {
        _taken.Add(folder.Active);
        _taken.Add(folder.Spare);
        foreach (var node in folder.Entries.Values)
        {
            if (node is StoredFolder inner)
            {
                TakeAll(inner);
            }
            else
            {
                _taken.UnionWith(((StoredFile)node).Sectors);
            }
        }
    }

    internal static FileStoreException Full() => new(IOExceptionErrorCode.Others, "The drive is full.");
}
