namespace Earshot.Payload;

/// <summary>When the node listens and reports.</summary>
public sealed record ScheduleDownlink : NodeDownlink
{
    /// <summary>Seconds that it listens in each cycle; 0, with <see cref="Every"/> 0, to listen all the time.</summary>
    public int Listen { get; init; }

    /// <summary>Seconds from the start of one window to that of the next, at most 43200.</summary>
    public int Every { get; init; }

    /// <summary>Hour of the day, universal time, from which on it listens, in quarters; equal to <see cref="To"/> for the whole day.</summary>
    public double From { get; init; }

    /// <summary>Hour of the day, universal time, at which it goes to standby, in quarters.</summary>
    public double To { get; init; }

    /// <summary>Minutes that a summary is over, 1 to 255; 0 for none.</summary>
    public int SummaryMinutes { get; init; } = 15;

    /// <summary>Hours from one status to the next, 1 to 255; 0 for one at the start only.</summary>
    public int StatusHours { get; init; } = 24;

    /// <summary>Supply voltage in volts, up to 5.1, below which the node only listens in one of ten cycles; 0 for never.</summary>
    public double LowestSupply { get; init; }

    private protected override DownlinkKind Kind => DownlinkKind.Schedule;

    private protected override byte[] Values()
    {
        RequireSeconds(Listen, "listen");
        RequireSeconds(Every, "every");
        return
        [
            (byte)(Listen >> 8),
            (byte)Listen,
            (byte)(Every >> 8),
            (byte)Every,
            Scale(From, 4, 0, DownlinkPayload.QuartersOfADay - 1, "from"),
            Scale(To, 4, 0, DownlinkPayload.QuartersOfADay - 1, "to"),
            Scale(SummaryMinutes, 1, 0, 255, "summaryMinutes"),
            Scale(StatusHours, 1, 0, 255, "statusHours"),
            Scale(LowestSupply, 50, 0, 255, "lowestSupply"),
        ];
    }

    private static void RequireSeconds(int value, string name)
    {
        if (value is < 0 or > DownlinkPayload.LongestCycle)
        {
            throw new ArgumentOutOfRangeException(name, value, $"\"{name}\" is a number from 0 to {DownlinkPayload.LongestCycle}.");
        }
    }
}
