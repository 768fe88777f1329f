namespace Earshot.Emulator.Scenarios.Configuration;

/// <summary>Something that goes wrong. Which further keys it has depends on its kind.</summary>
public sealed record FaultEntry
{
    /// <summary>What it is.</summary>
    public FaultKind Fault { get; init; }

    /// <summary>When it begins.</summary>
    public TimeSpan At { get; init; }

    /// <summary>How long it lasts; by default to the end.</summary>
    public TimeSpan? For { get; init; }

    /// <summary>How much too loud, in dB.</summary>
    public double? Gain { get; init; }

    /// <summary>Probability that a byte of a serial line or a frame on the air changes, 0 to 1.</summary>
    public double? Rate { get; init; }

    /// <summary>The serial port; by default all.</summary>
    public string Port { get; init; } = "";

    /// <summary>How many bits change.</summary>
    public int? Bits { get; init; }

    /// <summary>How many resets.</summary>
    public int? Count { get; init; }

    /// <summary>From one reset to the next.</summary>
    public TimeSpan? Every { get; init; }

    /// <summary>How many years the time server is ahead; behind when negative.</summary>
    public double? Years { get; init; }

    /// <summary>Bytes of the deployment storage that stay free, in whole sectors of 4096; by default none.</summary>
    public int? Free { get; init; }

    /// <summary>Whether its end needs no doing: it is over by itself, or never.</summary>
    public bool IsInstant => Fault is FaultKind.BrownOut or FaultKind.ResetStorm or FaultKind.ModelBitFlips or FaultKind.SessionLoss;

    /// <summary>When it is over.</summary>
    public TimeSpan End => Fault switch
    {
        FaultKind.BrownOut => At + (For ?? TimeSpan.Zero),
        FaultKind.ResetStorm => At + ((Count ?? 0) * (Every ?? TimeSpan.Zero)),
        FaultKind.ModelBitFlips or FaultKind.SessionLoss => At,
        _ => For is { } length ? At + length : TimeSpan.MaxValue,
    };

    /// <summary>What it is, for people.</summary>
    public string Title => Yaml.ConfigurationKeys.Name(Fault.ToString());
}
