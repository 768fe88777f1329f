using System;
using System.IO;

namespace nanoFramework.System.IO;

/// <summary>Says which drive came or went.</summary>
public class RemovableDriveEventArgs : EventArgs
{
    internal RemovableDriveEventArgs(DriveInfo drive, RemovableDeviceEvent deviceEvent)
    {
        Drive = drive;
        Event = deviceEvent;
    }

    public enum RemovableDeviceEvent
    {
        Inserted = 0,
        Removed = 1,
    }

    public DriveInfo Drive { get; }

    public RemovableDeviceEvent Event { get; }
}
