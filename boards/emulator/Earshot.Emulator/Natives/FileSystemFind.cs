using System.Runtime.CompilerServices;
using Earshot.Emulator.Loading;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of System.IO.NativeFindFile.</summary>
[NativeHalfOf("System.IO.NativeFindFile")]
public static class FileSystemFind
{
    /// <summary>A NativeFileInfo, or null for nothing.</summary>
    public static object? GetFileInfo(Type declaring, string path) => FileSystemCalls.With(path, (store, below) =>
    {
        if (store.LengthOf(below) is not { } length)
        {
            return null;
        }

        var info = RuntimeHelpers.GetUninitializedObject(declaring.Assembly.GetType("System.IO.NativeFileInfo", throwOnError: true)!);
        DeviceFields.Set(info, "Attributes", store.AttributesOf(below));
        DeviceFields.Set(info, "Size", length);
        return info;
    });
}
