namespace Earshot.Emulator.Scenarios.Configuration;

/// <summary>A downlink: bytes in <c>hex</c>, or settings by name. It goes out after the device's next uplink.</summary>
public sealed record DownlinkEntry : SettingsEntry
{
    /// <summary>When the network server gets it.</summary>
    public TimeSpan At { get; init; }

    /// <summary>The port, 1 to 223.</summary>
    public int? Port { get; init; }

    /// <summary>Its bytes in hexadecimal, in place of <c>type</c> and what belongs to it.</summary>
    public string Hex { get; init; } = "";
}
