using Earshot.Emulator.Loading;
using Earshot.Emulator.Peripherals;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of nanoFramework.Hardware.Stm32.RTC.</summary>
[NativeHalfOf("nanoFramework.Hardware.Stm32.RTC")]
public static class Stm32Rtc
{
    /// <summary>The alarm in the current month or, when its day has passed, in the next; of the current year in any case, as the firmware computes it.</summary>
    public static DateTime GetAlarm()
    {
        var clock = EmulatedBoard.Current.Clock;
        var now = clock.UtcNow;
        var alarm = clock.Alarm ?? new RtcAlarm(0, 0, 0, 0);
        var month = alarm.Day < now.Day ? (now.Month % 12) + 1 : now.Month;
        return new DateTime(now.Year, month, 1, 0, 0, 0, DateTimeKind.Utc)
            .AddDays(alarm.Day - 1).AddHours(alarm.Hour).AddMinutes(alarm.Minute).AddSeconds(alarm.Second);
    }

    /// <summary>Sets the alarm.</summary>
#pragma warning disable IDE1006 // The device's name.
    public static void Native_RTC_SetAlarm(byte day, byte hours, byte minutes, byte seconds)
#pragma warning restore IDE1006
    {
        var board = EmulatedBoard.Current;
        board.Clock.SetAlarm(new RtcAlarm(day, hours, minutes, seconds));
        board.Trace.Write("rtc", $"alarm on day {day} at {hours:D2}:{minutes:D2}:{seconds:D2}");
    }
}
