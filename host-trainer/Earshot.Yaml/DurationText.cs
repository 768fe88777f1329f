using System.Globalization;

namespace Earshot.Yaml;

/// <summary>Spans of time as people write them: <c>2.5 s</c>, <c>200 ms</c>, <c>1 h 30 min</c>; a bare number is seconds.</summary>
public static class DurationText
{
    private static readonly (string Unit, long Ticks)[] Units =
    [
        ("d", TimeSpan.TicksPerDay),
        ("h", TimeSpan.TicksPerHour),
        ("min", TimeSpan.TicksPerMinute),
        ("s", TimeSpan.TicksPerSecond),
        ("ms", TimeSpan.TicksPerMillisecond),
        ("us", TimeSpan.TicksPerMicrosecond),
    ];

    /// <summary>Reads a span; null when it is none.</summary>
    public static TimeSpan? Parse(string text)
    {
        var rest = text.AsSpan().Trim();
        var total = 0m;
        var parts = 0;
        while (rest.Length > 0)
        {
            var digits = rest.IndexOfAnyExcept("0123456789.".AsSpan());
            digits = digits < 0 ? rest.Length : digits;
            if (!decimal.TryParse(rest[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            rest = rest[digits..].TrimStart();
            var letters = rest.IndexOfAnyExceptInRange('a', 'z');
            letters = letters < 0 ? rest.Length : letters;
            var unit = letters == 0 && parts == 0 && rest.Length == 0 ? "s" : rest[..letters].ToString();
            var ticks = Units.FirstOrDefault(known => known.Unit == unit).Ticks;
            if (ticks == 0 || number > (decimal)TimeSpan.MaxValue.Ticks / ticks)
            {
                return null;
            }

            total += number * ticks;
            rest = rest[letters..].TrimStart();
            parts++;
        }

        return parts > 0 && total <= TimeSpan.MaxValue.Ticks ? TimeSpan.FromTicks((long)total) : null;
    }

    /// <summary>Writes a span so that <see cref="Parse"/> reads the same.</summary>
    public static string Format(TimeSpan time)
    {
        foreach (var (unit, ticks) in Units)
        {
            if (time.Ticks != 0 && time.Ticks % ticks == 0)
            {
                return FormattableString.Invariant($"{time.Ticks / ticks} {unit}");
            }
        }

        return FormattableString.Invariant($"{time.TotalSeconds} s");
    }
}
