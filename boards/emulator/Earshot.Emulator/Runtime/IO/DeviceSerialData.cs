namespace Earshot.Emulator.Runtime.IO;

/// <summary>System.IO.Ports.SerialData of the class library.</summary>
[Replaces("System.IO.Ports.SerialData")]
public enum DeviceSerialData
{
    /// <summary>Characters have arrived.</summary>
    Chars = 1,

    /// <summary>The character that was watched for has arrived.</summary>
    WatchChar = 2,
}
