using System.Runtime.CompilerServices;
using Earshot.Emulator.Loading;
using Earshot.Emulator.Runtime.ClassLibrary;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of System.IO.DriveInfo: one fixed drive.</summary>
[NativeHalfOf("System.IO.DriveInfo")]
public static class FileSystemDrive
{
    private const int Fixed = 3;

    /// <summary>A drive by its number.</summary>
    public static void Construct(object self, uint volumeIndex)
    {
        if (volumeIndex != 0)
        {
            throw FileSystemCalls.Error(IOExceptionErrorCode.Others);
        }

        Fill(self);
    }

    /// <summary>A drive by its name.</summary>
    public static void DriveInfoNative(object self, string driveName)
    {
        if (driveName is null)
        {
            throw new NullReferenceException();
        }

        if (!FileSystemCalls.IsOnDrive(driveName.TrimStart('\\')))
        {
            throw FileSystemCalls.Error(IOExceptionErrorCode.VolumeNotFound);
        }

        Fill(self);
    }

    /// <summary>Reads the sizes anew.</summary>
    public static void Refresh(object self) => DriveInfoNative(self, DeviceFields.Get<string>(self, "_name"));

    /// <summary>What the firmware can format with.</summary>
    public static string[] GetFileSystems() => ["LITTLEFS"];

    /// <summary>Without effect: there is no slot for a card.</summary>
    public static void MountRemovableVolumes()
    {
    }

    /// <summary>Every drive.</summary>
    public static object GetDrivesNative(Type declaring)
    {
        var drive = RuntimeHelpers.GetUninitializedObject(declaring);
        Fill(drive);
        var drives = Array.CreateInstance(declaring, 1);
        drives.SetValue(drive, 0);
        return drives;
    }

    private static void Fill(object drive)
    {
        DeviceFields.Set(drive, "_name", FileSystemCalls.DriveName);
        DeviceFields.Set(drive, "_driveType", Fixed);
        DeviceFields.Set(drive, "_totalSize", (long)EmulatedBoard.Current.Storage.Files.TotalBytes);
        DeviceFields.Set(drive, "_volumeIndex", 0u);
    }
}
