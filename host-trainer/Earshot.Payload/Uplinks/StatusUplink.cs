namespace Earshot.Payload;

/// <summary>How a node is. <see cref="StatusMessage"/> explains the fields.</summary>
public sealed record StatusUplink : Uplink
{
    /// <summary>Whether the node knows the time.</summary>
    public required bool ClockIsSet { get; init; }

    /// <summary>Supply voltage in volts; null when it is not known.</summary>
    public double? SupplyVolts { get; init; }

    /// <summary>Why the node started.</summary>
    public required string ResetCause { get; init; }

    /// <summary>Whether the deployment region's model runs.</summary>
    public required bool DeployedModelRuns { get; init; }

    /// <summary>Whether the deployment region's model was refused.</summary>
    public required bool ModelIsQuarantined { get; init; }

    /// <summary>Whether stored settings were refused.</summary>
    public required bool SettingsAreDefaults { get; init; }

    /// <summary>Whether storage does not work.</summary>
    public required bool StorageFails { get; init; }

    /// <summary>Whether messages were lost since the start.</summary>
    public required bool MessagesWereLost { get; init; }

    /// <summary>High 16 bits of the CRC-32 of the running or the quarantined model, in hexadecimal.</summary>
    public required string ModelFingerprint { get; init; }

    /// <summary>Major and minor version of the app.</summary>
    public required string ApplicationVersion { get; init; }

    /// <summary>Revision of the settings in force.</summary>
    public required int SettingsRevision { get; init; }

    /// <summary>Seconds of sound lost since the start.</summary>
    public required int SoundLost { get; init; }

    /// <summary>Messages that wait.</summary>
    public required int Waiting { get; init; }
}
