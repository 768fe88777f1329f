namespace Earshot.Emulator.Scenarios.Configuration;

/// <summary>What the world does to a pin at a time: a button, a switch, another circuit.</summary>
public sealed record PinEntry
{
    /// <summary>When.</summary>
    public TimeSpan At { get; init; }

    /// <summary>The pin, such as <c>PC13</c>.</summary>
    public string Pin { get; init; } = "";

    /// <summary>What it is driven to.</summary>
    public PinLevel Level { get; init; }
}
