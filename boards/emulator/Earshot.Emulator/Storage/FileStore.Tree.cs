using Earshot.Emulator.Runtime.ClassLibrary;

namespace Earshot.Emulator.Storage;

/// <content>Names: folders, moves, attributes.</content>
public sealed partial class FileStore
{
    /// <summary>The attributes of what is not there.</summary>
    internal const uint NoAttributes = 0xFFFFFFFF;

    internal const uint FolderAttribute = 0x10;

    private const uint NormalAttribute = 0x80;

    // ATTRIBUTE_SET_MASK of the firmware: read-only, hidden, system and archive.
    private const uint SettableAttributes = 0x27;

    /// <summary>Opens a file and creates it where it is not there.</summary>
    /// <exception cref="FileStoreException">The folder is not there, or the path is a folder's.</exception>
    internal OpenStoredFile Open(string path)
    {
        Prepare();
        var (folder, name) = Locate(path);
        if (!folder.Entries.TryGetValue(name, out var node))
        {
            var created = new StoredFile { Attributes = NormalAttribute };
            Log(folder, EntryBytes + name.Length + sizeof(uint), () => folder.Entries.Add(name, created));
            node = created;
        }

        var file = node as StoredFile ?? throw Others($"{path} is a folder.");
        return new OpenStoredFile(this, folder, file);
    }

    /// <summary>The attributes, or <see cref="NoAttributes"/>.</summary>
    internal uint AttributesOf(string path)
    {
        Prepare();
        return Find(path) switch
        {
            null => NoAttributes,
            StoredFolder folder => (folder.Attributes ?? 0) | FolderAttribute,
            var file => file.Attributes ?? NormalAttribute,
        };
    }

    /// <summary>Bytes of a file; 0 for a folder, null for nothing.</summary>
    internal long? LengthOf(string path)
    {
        Prepare();
        return Find(path) switch
        {
            null => null,
            StoredFile file => file.Length,
            _ => 0,
        };
    }

    /// <exception cref="FileStoreException">There is nothing of that name.</exception>
    internal void SetAttributes(string path, uint attributes)
    {
        Prepare();
        var (folder, name) = Locate(path);
        if (!folder.Entries.TryGetValue(name, out var node))
        {
            throw new FileStoreException(IOExceptionErrorCode.FileNotFound, $"{path} is not there.");
        }

        var changed = ((node.Attributes ?? 0) & ~SettableAttributes) | (attributes & SettableAttributes);
        Log(folder, EntryBytes + sizeof(uint), () => node.Attributes = changed);
    }

    /// <summary>Makes a folder and those above it.</summary>
    /// <exception cref="FileStoreException">A file has the name of one, or there is no room.</exception>
    internal void CreateFolder(string path)
    {
        Prepare();
        var folder = _root;
        foreach (var name in StoragePath.NamesOf(path))
        {
            if (!folder.Entries.TryGetValue(name, out var node))
            {
                var created = new StoredFolder { Active = Allocate(), Spare = Allocate() };
                Append(created, CommitBytes);
                var parent = folder;
                Log(folder, (2 * EntryBytes) + name.Length, () => parent.Entries.Add(name, created));
                node = created;
            }

            folder = node as StoredFolder ?? throw Others($"{name} of {path} is a file.");
        }
    }

    /// <summary>Removes a file or a folder.</summary>
    /// <exception cref="FileStoreException">There is nothing of that name, or the folder is not empty.</exception>
    internal void Delete(string path, bool recursive)
    {
        Prepare();
        var (folder, name) = Locate(path);
        if (!folder.Entries.TryGetValue(name, out var node))
        {
            throw new FileStoreException(IOExceptionErrorCode.FileNotFound, $"{path} is not there.");
        }

        Delete(folder, name, node, recursive);
    }

    /// <summary>Gives a file or a folder another name or place; it is at one of them at any time.</summary>
    /// <returns>False when the target is a folder that is not empty.</returns>
    /// <exception cref="FileStoreException">It cannot be done.</exception>
    internal bool Move(string source, string target)
    {
        Prepare();
        var (from, oldName) = Locate(source);
        var (to, newName) = Locate(target);
        if (!from.Entries.TryGetValue(oldName, out var node))
        {
            throw Others($"{source} is not there.");
        }

        if (to.Entries.TryGetValue(newName, out var replaced) && replaced is StoredFolder { Entries.Count: > 0 })
        {
            return false;
        }

        Log(to, (2 * EntryBytes) + newName.Length, () =>
        {
            from.Entries.Remove(oldName);
            to.Entries[newName] = node;
        });
        if (from != to)
        {
            Log(from, EntryBytes, () => { });
        }

        Release(replaced);
        return true;
    }

    /// <summary>What a folder has in it; names that begin with a dot are not shown, as by the firmware.</summary>
    /// <exception cref="FileStoreException">There is no such folder.</exception>
    internal IReadOnlyList<(string Name, uint Attributes)> List(string path)
    {
        Prepare();
        var folder = Find(path) as StoredFolder ?? throw Others($"{path} is no folder.");
        return [.. folder.Entries
            .Where(entry => entry.Key[0] != '.')
            .Select(entry => (entry.Key, (entry.Value.Attributes ?? 0) | (entry.Value is StoredFolder ? FolderAttribute : 0)))];
    }

    private void Delete(StoredFolder folder, string name, StoredNode node, bool recursive)
    {
        if (node is StoredFolder { Entries.Count: > 0 } inner)
        {
            if (!recursive)
            {
                throw new FileStoreException(IOExceptionErrorCode.DirectoryNotEmpty, $"{name} is not empty.");
            }

            foreach (var (innerName, innerNode) in inner.Entries.ToList())
            {
                Delete(inner, innerName, innerNode, recursive);
            }
        }

        Log(folder, EntryBytes, () => folder.Entries.Remove(name));
        Release(node);
    }

    private void Release(StoredNode? node)
    {
        switch (node)
        {
            case StoredFile file:
                _taken.ExceptWith(file.Sectors);
                break;
            case StoredFolder folder:
                _taken.Remove(folder.Active);
                _taken.Remove(folder.Spare);
                break;
        }
    }

    private StoredNode? Find(string path)
    {
        StoredNode? node = _root;
        foreach (var name in StoragePath.NamesOf(path))
        {
            node = (node as StoredFolder)?.Entries.GetValueOrDefault(name);
        }

        return node;
    }

    private (StoredFolder Folder, string Name) Locate(string path)
    {
        var names = StoragePath.NamesOf(path);
        var folder = _root;
        for (var index = 0; index < names.Length - 1; index++)
        {
            folder = folder.Entries.GetValueOrDefault(names[index]) as StoredFolder
                ?? throw new FileStoreException(IOExceptionErrorCode.Others, $"There is no folder {names[index]} for {path}.");
        }

        return names.Length == 0 ? throw Others("The root can be neither opened nor changed.") : (folder, names[^1]);
    }

    private static FileStoreException Others(string message) => new(IOExceptionErrorCode.Others, message);
}
