using Earshot.Emulator.Loading;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of System.Environment in nanoFramework.Runtime.Native.</summary>
[NativeHalfOf("System.Environment")]
public static class RuntimeEnvironment
{
#pragma warning disable IDE1006 // Property accessors keep the name that IL knows them by.
    /// <summary>Milliseconds since the program started; STOP mode does not count.</summary>
    public static long get_TickCount64() => EmulatedBoard.Current.Uptime / VirtualTime.Millisecond;
#pragma warning restore IDE1006
}
