namespace Earshot.Payload;

/// <summary>What became of a downlink. <see cref="SettingsMessage"/> explains the fields.</summary>
public sealed record SettingsUplink : Uplink
{
    /// <summary>Revision of the settings in force.</summary>
    public required int Revision { get; init; }

    /// <summary>What became of it.</summary>
    public required string Result { get; init; }

    /// <summary>The kind of the downlink.</summary>
    public required string Answered { get; init; }

    /// <summary>Where the byte is that was refused, or 0.</summary>
    public required int RefusedByte { get; init; }

    /// <summary>CRC-16 of the settings in force, in hexadecimal.</summary>
    public required string Fingerprint { get; init; }
}
