using Earshot.Emulator.Loading;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of nanoFramework.Runtime.Native.Rtc.</summary>
[NativeHalfOf("nanoFramework.Runtime.Native.Rtc")]
public static class RuntimeRtc
{
    /// <summary>Sets the real-time clock.</summary>
#pragma warning disable IDE1006 // The device's name.
    public static bool Native_RTC_SetSystemTime(
        int year, byte month, byte day, byte dayOfWeek, byte hours, byte minutes, byte seconds)
#pragma warning restore IDE1006
    {
        _ = dayOfWeek;
        var board = EmulatedBoard.Current;
        var before = board.Clock.UtcNow;
        board.Clock.Set(new DateTime(year, month, day, hours, minutes, seconds, DateTimeKind.Utc));
        board.Trace.Write("rtc", FormattableString.Invariant($"set from {before:yyyy-MM-dd HH:mm:ss.fff} to {board.Clock.UtcNow:yyyy-MM-dd HH:mm:ss}"));
        return true;
    }
}
