namespace Earshot.Emulator.Runtime.IO;

/// <summary>System.IO.Ports.SerialDataReceivedEventHandler of the class library.</summary>
[Replaces("System.IO.Ports.SerialDataReceivedEventHandler")]
public delegate void DeviceSerialDataReceivedEventHandler(object sender, DeviceSerialDataReceivedEventArgs e);
