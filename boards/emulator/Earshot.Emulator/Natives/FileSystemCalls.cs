using Earshot.Emulator.Runtime.ClassLibrary;
using Earshot.Emulator.Storage;

namespace Earshot.Emulator.Natives;

/// <summary>What the native halves of System.IO.FileSystem have in common: drives, and errors as exceptions.</summary>
internal static class FileSystemCalls
{
    /// <summary>The drive of the deployment storage (INTERNAL_DRIVE0_PATH).</summary>
    public const string DriveName = @"I:\";

    private const string Letter = "I:";

    /// <summary>Does something with the file that a path names.</summary>
    /// <exception cref="IOException">There is no such drive, or the file system refuses.</exception>
    public static T With<T>(string path, Func<FileStore, string, T> action)
    {
        if (path is null)
        {
            throw new NullReferenceException();
        }

        try
        {
            return action(EmulatedBoard.Current.Storage.Files, BelowDrive(path));
        }
        catch (FileStoreException failure)
        {
            EmulatedBoard.Current.Trace.Write("storage", failure.Message);
            throw Error(failure.Error);
        }
    }

    /// <inheritdoc cref="With{T}"/>
    public static void With(string path, Action<FileStore, string> action) => With(path, (store, below) =>
    {
        action(store, below);
        return 0;
    });

    /// <summary>The exception of an error; the firmware gives no message.</summary>
    public static IOException Error(IOExceptionErrorCode error) => new("", (int)error);

    /// <summary>Whether a path is on the drive.</summary>
    public static bool IsOnDrive(string path) => path.StartsWith(Letter, StringComparison.OrdinalIgnoreCase);

    private static string BelowDrive(string path) =>
        IsOnDrive(path) ? path[Letter.Length..] : throw Error(IOExceptionErrorCode.InvalidDriver);
}
