namespace Earshot.Emulator.Runtime.IO;

/// <summary>System.IO.Ports.StopBits of the class library.</summary>
[Replaces("System.IO.Ports.StopBits")]
public enum DeviceStopBits
{
    /// <summary>One.</summary>
    One = 1,

    /// <summary>Two.</summary>
    Two = 2,

    /// <summary>One and a half.</summary>
    OnePointFive = 3,
}
