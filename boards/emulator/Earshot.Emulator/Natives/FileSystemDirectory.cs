using Earshot.Emulator.Loading;
using Earshot.Emulator.Storage;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of System.IO.Directory.</summary>
[NativeHalfOf("System.IO.Directory")]
public static class FileSystemDirectory
{
    private const uint Hidden = 0x02;
    private const uint System = 0x04;

    /// <summary>The full paths of the files, or of the folders, in a folder; hidden ones and those of the system are left out.</summary>
    public static string[] NativeGetChildren(string path, bool directoryOnly) => FileSystemCalls.With(path, (store, below) =>
    {
        var parent = path.EndsWith('\\') ? path : path + '\\';
        return store.List(below)
            .Where(entry => (entry.Attributes & FileStore.FolderAttribute) != 0 == directoryOnly)
            .Where(entry => (entry.Attributes & (Hidden | System)) == 0)
            .Where(entry => directoryOnly || !entry.Name.EndsWith(".sys", StringComparison.Ordinal))
            .Select(entry => parent + entry.Name)
            .ToArray();
    });
}
