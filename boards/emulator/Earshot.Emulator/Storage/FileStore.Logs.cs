namespace Earshot.Emulator.Storage;

/// <content>The folders' logs.</content>
public sealed partial class FileStore
{
    /// <summary>Appends a commit to a folder's log; with its last page, and not before, what it says is so.</summary>
    /// <exception cref="FileStoreException">The folder's entries do not fit into a sector any more.</exception>
    private void Log(StoredFolder folder, int bytes, Action change)
    {
        var commit = CommitBytes + bytes;
        if (folder.Used + commit > SectorBytes)
        {
            Move(folder, commit);
        }
        else
        {
            Append(folder, commit);
        }

        change();
    }

    private void Append(StoredFolder folder, int bytes)
    {
        // The content of the log is not read back here: which bits it clears does not matter, that it takes pages does.
        _flash.Program((folder.Active * SectorBytes) + folder.Used, new byte[bytes]);
        folder.Used += bytes;
    }

    private void Move(StoredFolder folder, int commit)
    {
        var live = LiveBytes(folder) + commit;
        if (live > SectorBytes)
        {
            throw Full();
        }

        if (folder.Moves >= MovesPerPair || _flash.IsWornOut(folder.Spare))
        {
            Relocate(folder, live);
            return;
        }

        if (!_flash.TryErase(folder.Spare))
        {
            throw Full();
        }

        _flash.Program(folder.Spare * SectorBytes, new byte[live]);
        (folder.Active, folder.Spare) = (folder.Spare, folder.Active);
        folder.Used = live;
        folder.Moves++;
    }

    // The folder above has to learn of the new pair, or the superblock for the root: one commit more.
    private void Relocate(StoredFolder folder, int live)
    {
        var (active, spare) = (Allocate(), Allocate());
        _flash.Program(active * SectorBytes, new byte[live]);
        _taken.Remove(folder.Active);
        _taken.Remove(folder.Spare);
        (folder.Active, folder.Spare, folder.Used, folder.Moves) = (active, spare, live, 0);
        if (ParentOf(_root, folder) is { } parent)
        {
            Log(parent, EntryBytes, () => { });
        }
    }

    private static StoredFolder? ParentOf(StoredFolder folder, StoredFolder searched) =>
        folder.Entries.ContainsValue(searched)
            ? folder
            : folder.Entries.Values.OfType<StoredFolder>().Select(inner => ParentOf(inner, searched)).FirstOrDefault(found => found is not null);

    private static int LiveBytes(StoredFolder folder) =>
        CommitBytes + folder.Entries.Sum(entry => EntryBytes + entry.Key.Length + ((entry.Value as StoredFile)?.Inline.Length ?? 0));
}
