using Earshot.Emulator.Runtime.ClassLibrary;

namespace Earshot.Emulator.Storage;

/// <summary>Paths of the drive, as the firmware takes them apart.</summary>
internal static class StoragePath
{
    // FS_MAX_DIRECTORY_LENGTH of nanoPAL_FileSystem.h, and littlefs's longest name.
    private const int LongestPath = 246;
    private const int LongestName = 255;

    /// <summary>The names below the drive; none for its root.</summary>
    /// <exception cref="FileStoreException">The path or one of its names is too long.</exception>
    public static string[] NamesOf(string path)
    {
        var names = path.Split(['\\', '/'], StringSplitOptions.RemoveEmptyEntries);
        if (names.Sum(name => name.Length + 1) >= LongestPath || names.Any(name => name.Length > LongestName))
        {
            throw new FileStoreException(IOExceptionErrorCode.PathTooLong, $"{path} is too long.");
        }

        return names;
    }
}
