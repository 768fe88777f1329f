using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Runtime.ClassLibrary;

/// <summary>System.Environment of nanoFramework.Runtime.Native.</summary>
[Replaces("System.Environment")]
public static class DeviceEnvironment
{
    /// <summary>Milliseconds since the program started; STOP mode does not count.</summary>
    public static long TickCount64 => EmulatedBoard.Current.Uptime / VirtualTime.Millisecond;
}
