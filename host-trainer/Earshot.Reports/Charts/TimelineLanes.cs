namespace Earshot.Reports.Charts;

/// <summary>Places what would overlap on a time axis.</summary>
internal static class TimelineLanes
{
    private const int MostLanes = 4;

    /// <summary>Part of the axis that the text of a marker takes.</summary>
    private const double MarkerWidth = 0.13;

    /// <summary>Gives each marker the first lane in which nothing stands close before it.</summary>
    public static IEnumerable<(TimelineMarker Marker, int Lane)> Assign(IReadOnlyList<TimelineMarker> markers, double seconds)
    {
        var free = new double[MostLanes];
        foreach (var marker in markers.OrderBy(marker => marker.Seconds))
        {
            var lane = Array.FindIndex(free, time => time <= marker.Seconds);
            lane = lane >= 0 ? lane : Array.IndexOf(free, free.Min());
            free[lane] = marker.Seconds + (MarkerWidth * seconds);
            yield return (marker, lane);
        }
    }

    /// <summary>The distance of the marks on a time axis: 1, 2 or 5 times a power of ten, at most 12 marks.</summary>
    public static double TickSeconds(double seconds)
    {
        const int MostTicks = 12;
        for (var power = 0.01; ; power *= 10)
        {
            foreach (var factor in (int[])[1, 2, 5])
            {
                if (seconds / (factor * power) <= MostTicks)
                {
                    return factor * power;
                }
            }
        }
    }
}
