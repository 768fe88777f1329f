using System.Collections;

namespace System.IO;

/// <summary>Who uses which file: the sharing rules are kept here, the firmware does not know them. Paths are compared without case.</summary>
internal static class OpenFiles
{
    private static readonly ArrayList Files = new();
    private static readonly ArrayList LockedDirectories = new();
    private static OpenFile _currentDirectoryUse;

    public static string CurrentDirectory { get; private set; } = NativeIO.Root;

    /// <summary>Enters a use; it ends with <see cref="Remove"/>.</summary>
    /// <exception cref="IOException">Another use of the path does not allow this one.</exception>
    public static OpenFile Add(string path, FileAccess access, FileShare share)
    {
        var added = new OpenFile { Path = path.ToUpper(), Share = share };
        lock (Files)
        {
            foreach (string directory in LockedDirectories)
            {
                RequireThat(!IsInDirectory(added.Path, directory));
            }

            foreach (OpenFile other in Files)
            {
                bool agree = share == FileShare.ReadWrite && ((int)other.Share & (int)access) == (int)access;
                RequireThat(other.Path != added.Path || agree);
            }

            Files.Add(added);
        }

        return added;
    }

    /// <summary>A use that lets nobody else in.</summary>
    public static OpenFile AddExclusive(string path) => Add(path, FileAccess.ReadWrite, FileShare.None);

    /// <summary>A use that keeps nobody out.</summary>
    public static OpenFile AddShared(string path) => Add(path, FileAccess.Read, FileShare.ReadWrite);

    public static void Remove(OpenFile file)
    {
        lock (Files)
        {
            Files.Remove(file);
        }
    }

    /// <summary>Keeps every file below a folder closed until <see cref="Unlock"/>.</summary>
    /// <exception cref="IOException">A file in it is open, or it is locked already.</exception>
    public static void Lock(string directory)
    {
        directory = directory.ToUpper();
        lock (Files)
        {
            RequireThat(!LockedDirectories.Contains(directory));
            foreach (OpenFile file in Files)
            {
                RequireThat(!IsInDirectory(file.Path, directory));
            }

            LockedDirectories.Add(directory);
        }
    }

    public static void Unlock(string directory)
    {
        lock (Files)
        {
            LockedDirectories.Remove(directory.ToUpper());
        }
    }

    /// <summary>Closes everything on a drive that is gone or about to be formatted.</summary>
    public static void CloseAll(string drive)
    {
        drive = drive.ToUpper();
        lock (Files)
        {
            for (int i = Files.Count - 1; i >= 0; i--)
            {
                var file = (OpenFile)Files[i];
                if (IsInDirectory(file.Path, drive))
                {
                    file.Stream?.Close();
                    Files.RemoveAt(i);
                }
            }
        }
    }

    public static void SetCurrentDirectory(string path)
    {
        if (_currentDirectoryUse != null)
        {
            Remove(_currentDirectoryUse);
        }

        _currentDirectoryUse = path == NativeIO.Root ? null : AddShared(path);
        CurrentDirectory = path;
    }

    public static bool IsInDirectory(string path, string directory) =>
        path.StartsWith(directory) && (path.Length == directory.Length || directory.EndsWith("\\") || path[directory.Length] == '\\');

    private static void RequireThat(bool allowed)
    {
        if (!allowed)
        {
            throw NativeIO.Error(IOException.IOExceptionErrorCode.UnauthorizedAccess);
        }
    }
}
