using Earshot.Emulator.Loading;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of nanoFramework.System.IO.FileSystem.SDCard: none of the boards has a slot that its firmware drives.</summary>
[NativeHalfOf("nanoFramework.System.IO.FileSystem.SDCard")]
public static class FileSystemCard
{
    /// <exception cref="NotSupportedException">Always.</exception>
    public static void InitNative(object self) => throw new NotSupportedException();

    /// <summary>Without effect.</summary>
    public static void NativeDispose(object self)
    {
    }

    /// <exception cref="NotSupportedException">Always.</exception>
    public static void MountNative(object self) => throw new NotSupportedException();

    /// <inheritdoc cref="MountNative"/>
    public static void UnmountNative(object self) => throw new NotSupportedException();

    /// <inheritdoc cref="MountNative"/>
    public static bool PollCardDetectNative(object self) => throw new NotSupportedException();
}
