namespace Earshot.Emulator.Peripherals;

/// <summary>A time server of the world. Everything about it can change while the board runs.</summary>
public sealed class TimeServer
{
    /// <summary>Whether its answers arrive.</summary>
    public bool IsReachable { get; set; } = true;

    /// <summary>How far its clock is ahead of the true time: seconds, or the years of a scenario.</summary>
    public TimeSpan Offset { get; set; }

    /// <summary>How long a question and its answer are under way; the client does not correct for it.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Questions that it has got.</summary>
    public int Questions { get; internal set; }
}
