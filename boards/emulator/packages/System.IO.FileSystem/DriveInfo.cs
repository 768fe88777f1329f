using System.Runtime.CompilerServices;

namespace System.IO;

/// <summary>One of the board's drives.</summary>
public sealed class DriveInfo
{
    // The firmware reads and writes these fields by name: keep the names.
    private DriveType _driveType;
    private string _name;
    private long _totalSize;
#pragma warning disable CS0649
    internal uint _volumeIndex;
#pragma warning restore CS0649

    /// <param name="driveName">Such as <c>I:\</c>.</param>
    public DriveInfo(string driveName)
    {
        _name = driveName;
        DriveInfoNative(driveName);
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    internal extern DriveInfo(uint volumeIndex);

    public DriveType DriveType
    {
        get => _driveType;
        set => _driveType = value;
    }

    public string Name
    {
        get => _name;
        set => _name = value;
    }

    /// <summary>Bytes.</summary>
    public long TotalSize
    {
        get => _totalSize;
        set => _totalSize = value;
    }

    public static DriveInfo[] GetDrives() => GetDrivesNative();

    /// <summary>Closes and loses every file on the drive.</summary>
    public void Format(string fileSystem, uint parameter)
    {
        string current = OpenFiles.CurrentDirectory;
        if (OpenFiles.IsInDirectory(current, Name))
        {
            OpenFiles.SetCurrentDirectory(NativeIO.Root);
        }

        OpenFiles.CloseAll(Name);
        OpenFiles.Lock(Name);
        try
        {
            NativeIO.Format(Name, fileSystem, parameter);
            Refresh();
        }
        finally
        {
            OpenFiles.Unlock(Name);
        }

        if (current == Name)
        {
            OpenFiles.SetCurrentDirectory(Name);
        }
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern void Refresh();

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern string[] GetFileSystems();

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void MountRemovableVolumes();

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern void DriveInfoNative(string driveName);

    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern DriveInfo[] GetDrivesNative();
}
