using Earshot.Emulator.Loading;
using Earshot.Emulator.Runtime.ClassLibrary;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of System.IO.NativeIO.</summary>
[NativeHalfOf("System.IO.NativeIO")]
public static class FileSystemIO
{
    private const string FileSystem = "LITTLEFS";

    /// <summary>Removes a file or a folder.</summary>
    public static void Delete(string path, bool recursive) => FileSystemCalls.With(path, (store, below) => store.Delete(below, recursive));

    /// <summary>Renames; false when the target is on another drive.</summary>
    public static bool Move(string sourceFileName, string destFileName) => FileSystemCalls.With(sourceFileName, (store, source) =>
        FileSystemCalls.With(destFileName, (_, target) => store.Move(source, target)));

    /// <summary>Makes a folder and those above it.</summary>
    public static void CreateDirectory(string path) => FileSystemCalls.With(path, (store, below) => store.CreateFolder(below));

    /// <summary>The attributes, all bits set for nothing.</summary>
    public static uint GetAttributes(string path) => FileSystemCalls.With(path, (store, below) => store.AttributesOf(below));

    /// <summary>Sets the attributes that can be set.</summary>
    public static void SetAttributes(string path, uint attributes) =>
        FileSystemCalls.With(path, (store, below) => store.SetAttributes(below, attributes));

    /// <summary>Forgets everything on the drive.</summary>
    /// <exception cref="ArgumentException">The firmware has no such file system.</exception>
    public static void Format(string rootName, string? fileSystem, uint parameter)
    {
        if (fileSystem is not (null or FileSystem))
        {
            throw new ArgumentException(null, nameof(fileSystem));
        }

        if (!FileSystemCalls.IsOnDrive(rootName))
        {
            throw FileSystemCalls.Error(IOExceptionErrorCode.InvalidDriver);
        }

        FileSystemCalls.With(rootName, (_, _) => EmulatedBoard.Current.Storage.Format());
    }
}
