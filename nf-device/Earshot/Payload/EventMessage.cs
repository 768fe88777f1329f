namespace Earshot;

/// <summary>An event as it travels; docs/payload.md specifies the bytes.</summary>
public sealed class EventMessage
{
    /// <summary>The label of a sound that is none of the model's classes.</summary>
    public const int UnknownLabel = 255;

    /// <summary>Number of the message, 0 to 65535, then 0 again.</summary>
    public int Sequence { get; set; }

    /// <summary>Index of the class, 0 to 254, or <see cref="UnknownLabel"/>.</summary>
    public int Label { get; set; }

    /// <summary>Mean probability over the event in 1/255, 0 to 255.</summary>
    public int Confidence { get; set; }

    /// <summary>Whether <see cref="Start"/> is universal time; otherwise it counts from the node's start.</summary>
    public bool ClockIsSet { get; set; }

    /// <summary>
    /// When the sound began, in quarters of a second: since 2024-01-01 00:00 UTC when the clock is set, else since the node's start.
    /// 0 to 4294967295.
    /// </summary>
    public long Start { get; set; }

    /// <summary>How long it lasted in quarters of a second, 0 to 255; 255 stands for longer, too.</summary>
    public int Duration { get; set; }

    /// <summary>A-weighted level over the event in half decibels of sound pressure level, 0 to 255.</summary>
    public int Level { get; set; }
}
