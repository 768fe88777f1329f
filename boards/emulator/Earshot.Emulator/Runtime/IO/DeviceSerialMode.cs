namespace Earshot.Emulator.Runtime.IO;

/// <summary>System.IO.Ports.SerialMode of the class library.</summary>
[Replaces("System.IO.Ports.SerialMode")]
public enum DeviceSerialMode
{
    /// <summary>Two lines.</summary>
    Normal,

    /// <summary>Half duplex.</summary>
    RS485,
}
