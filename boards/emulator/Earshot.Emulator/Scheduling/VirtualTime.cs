using System.Globalization;

namespace Earshot.Emulator.Scheduling;

/// <summary>Virtual time is a number of nanoseconds since power-on; here are its units and its text.</summary>
public static class VirtualTime
{
    /// <summary>Nanoseconds in a millisecond.</summary>
    public const long Millisecond = 1_000_000;

    /// <summary>Nanoseconds in a second.</summary>
    public const long Second = 1_000_000_000;

    /// <summary>Converts, rounding to the next nanosecond.</summary>
    public static long From(TimeSpan time) => checked(time.Ticks * 100);

    /// <summary>Converts, dropping what is less than 100 ns.</summary>
    public static TimeSpan ToTimeSpan(long nanoseconds) => TimeSpan.FromTicks(nanoseconds / 100);

    /// <summary>Seconds with microseconds, such as <c>12.345678 s</c>.</summary>
    public static string Format(long nanoseconds) => string.Create(
        CultureInfo.InvariantCulture,
        $"{nanoseconds / Second}.{nanoseconds % Second / 1000:D6} s");
}
