using System;
using System.Runtime.CompilerServices;

namespace nanoFramework.Hardware.Stm32;

/// <summary>The alarm of the real-time clock, which also wakes the chip from standby.</summary>
public static class RTC
{
    /// <param name="time">UTC; only its day of the month, hour, minute and second are used.</param>
    public static void SetAlarm(DateTime time) =>
        Native_RTC_SetAlarm((byte)time.Day, (byte)time.Hour, (byte)time.Minute, (byte)time.Second);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern DateTime GetAlarm();

    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void Native_RTC_SetAlarm(byte day, byte hours, byte minutes, byte seconds);
}
