namespace Earshot.Payload;

/// <summary>An uplink about a stretch of time.</summary>
public abstract record TimedUplink : Uplink
{
    /// <summary>When it began, universal time; null when the node did not know the time.</summary>
    public DateTime? Time { get; init; }

    /// <summary>Seconds from the node's start to its beginning; null when the node knew the time.</summary>
    public double? SinceStart { get; init; }
}
