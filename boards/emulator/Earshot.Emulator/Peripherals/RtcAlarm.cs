namespace Earshot.Emulator.Peripherals;

/// <summary>An alarm of the real-time clock: it matches every month.</summary>
/// <param name="Day">Day of the month, from 1.</param>
/// <param name="Hour">Hour, from 0.</param>
/// <param name="Minute">Minute, from 0.</param>
/// <param name="Second">Second, from 0.</param>
public sealed record RtcAlarm(int Day, int Hour, int Minute, int Second)
{
    /// <summary>The first match after a time that the clock shows; null when there is none, as for a day that no month has.</summary>
    public DateTime? Next(DateTime after)
    {
        if (Day is < 1 or > 31 || Hour is < 0 or > 23 || Minute is < 0 or > 59 || Second is < 0 or > 59)
        {
            return null;
        }

        var month = new DateTime(after.Year, after.Month, 1, 0, 0, 0, DateTimeKind.Utc);
        while (true)
        {
            if (Day <= DateTime.DaysInMonth(month.Year, month.Month))
            {
                var match = month.AddDays(Day - 1).AddHours(Hour).AddMinutes(Minute).AddSeconds(Second);
                if (match > after)
                {
                    return match;
                }
            }

            month = month.AddMonths(1);
        }
    }
}
