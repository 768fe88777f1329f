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

    /// <summary>Probability that a byte changes, 0 to 1.</summary>
    public double? Rate { get; init; }

    /// <summary>The serial port; by default all.</summary>
    public string Port { get; init; } = "";

    /// <summary>How many bits change.</summary>
    public int? Bits { get; init; }

    /// <summary>When it is over.</summary>
    internal TimeSpan End => For is { } length ? At + length : TimeSpan.MaxValue;

    /// <summary>What it is, for people.</summary>
    internal string Title => Yaml.ConfigurationKeys.Name(Fault.ToString());
}
