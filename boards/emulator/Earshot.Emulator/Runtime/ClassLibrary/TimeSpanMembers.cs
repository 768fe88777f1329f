namespace Earshot.Emulator.Runtime.ClassLibrary;

/// <summary>System.TimeSpan: the class library takes whole numbers where .NET takes fractions.</summary>
[ReplacesMembersOf(typeof(TimeSpan))]
public static class TimeSpanMembers
{
    /// <summary>From milliseconds.</summary>
    public static TimeSpan FromMilliseconds(long value) => new(value * TimeSpan.TicksPerMillisecond);

    /// <summary>From seconds.</summary>
    public static TimeSpan FromSeconds(long value) => new(value * TimeSpan.TicksPerSecond);

    /// <summary>From minutes.</summary>
    public static TimeSpan FromMinutes(long value) => new(value * TimeSpan.TicksPerMinute);

    /// <summary>From hours.</summary>
    public static TimeSpan FromHours(long value) => new(value * TimeSpan.TicksPerHour);

    /// <summary>From days.</summary>
    public static TimeSpan FromDays(long value) => new(value * TimeSpan.TicksPerDay);
}
