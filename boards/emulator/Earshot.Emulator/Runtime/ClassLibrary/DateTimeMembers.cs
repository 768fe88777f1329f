namespace Earshot.Emulator.Runtime.ClassLibrary;

/// <summary>System.DateTime: the board's clock, which always shows universal time.</summary>
[ReplacesMembersOf(typeof(DateTime))]
public static class DateTimeMembers
{
    /// <summary>The board's real-time clock.</summary>
#pragma warning disable IDE1006 // Property accessors keep the name that IL knows them by.
    public static DateTime get_UtcNow() => EmulatedBoard.Current.Clock.UtcNow;

    /// <summary>The date of the board's real-time clock.</summary>
    public static DateTime get_Today() => EmulatedBoard.Current.Clock.UtcNow.Date;

    /// <summary>Universal time: the class library knows no other.</summary>
    public static DateTimeKind get_Kind(ref DateTime self) => DateTimeKind.Utc;
#pragma warning restore IDE1006

    /// <summary>From seconds since 1970.</summary>
    public static DateTime FromUnixTimeSeconds(long seconds) => DateTime.UnixEpoch.AddSeconds(seconds);

    /// <summary>Seconds since 1970.</summary>
    public static long ToUnixTimeSeconds(ref DateTime self) => (self.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond;
}
