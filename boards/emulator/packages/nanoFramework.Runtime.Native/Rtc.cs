using System;
using System.Runtime.CompilerServices;

namespace nanoFramework.Runtime.Native;

/// <summary>The device's real-time clock.</summary>
public static class Rtc
{
    /// <param name="time">UTC; the fraction of its second is dropped.</param>
    /// <returns>Whether the clock was set.</returns>
    public static bool SetSystemTime(DateTime time) => Native_RTC_SetSystemTime(
        time.Year,
        (byte)time.Month,
        (byte)time.Day,
        (byte)time.DayOfWeek,
        (byte)time.Hour,
        (byte)time.Minute,
        (byte)time.Second);

    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern bool Native_RTC_SetSystemTime(
        int year,
        byte month,
        byte day,
        byte dayOfWeek,
        byte hours,
        byte minutes,
        byte seconds);
}
