using Earshot.Emulator.Runtime.ClassLibrary;

namespace Earshot.Emulator.Storage;

/// <summary>What keeps the file system from doing something, with the error that the firmware reports of it.</summary>
public sealed class FileStoreException(IOExceptionErrorCode error, string message) : Exception(message)
{
    /// <summary>The firmware's error.</summary>
    public IOExceptionErrorCode Error { get; } = error;
}
