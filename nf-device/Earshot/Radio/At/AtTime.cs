using System;

namespace Earshot;

/// <summary>Checks a date and a time that came over a wire before they become a moment.</summary>
internal static class AtTime
{
    private static readonly long Epoch = new DateTime(1970, 1, 1).Ticks;

    /// <summary>Whether the parts are a moment of this century, and which in milliseconds since 1970.</summary>
    public static bool TryCombine(int year, int month, int day, int hour, int minute, int second, out long unixMilliseconds)
    {
        unixMilliseconds = 0;
        bool isTime = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        if (!isTime || year < 2000 || year > 2099 || month < 1 || month > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        unixMilliseconds = (new DateTime(year, month, day, hour, minute, second).Ticks - Epoch) / TimeSpan.TicksPerMillisecond;
        return true;
    }
}
