namespace Earshot.Emulator.Scenarios.Configuration;

/// <summary>A time server that the firmware's SNTP client can reach.</summary>
public sealed record SntpEntry
{
    /// <summary>Its name; the firmware asks <c>0.pool.ntp.org</c> first.</summary>
    public string Server { get; init; } = "0.pool.ntp.org";

    /// <summary>How long a question and its answer are under way.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(50);
}
