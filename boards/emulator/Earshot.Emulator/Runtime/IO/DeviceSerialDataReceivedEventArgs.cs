namespace Earshot.Emulator.Runtime.IO;

/// <summary>System.IO.Ports.SerialDataReceivedEventArgs of the class library.</summary>
[Replaces("System.IO.Ports.SerialDataReceivedEventArgs")]
public class DeviceSerialDataReceivedEventArgs : EventArgs
{
    internal DeviceSerialDataReceivedEventArgs(DeviceSerialData eventType) => EventType = eventType;

    /// <summary>Why it was raised.</summary>
    public DeviceSerialData EventType { get; }
}
