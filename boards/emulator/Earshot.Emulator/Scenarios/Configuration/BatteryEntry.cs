namespace Earshot.Emulator.Scenarios.Configuration;

/// <summary>A battery.</summary>
public sealed record BatteryEntry
{
    /// <summary>What it holds, in mAh.</summary>
    public double Capacity { get; init; } = 19000;

    /// <summary>The share that can be used, 0 to 1: cold, age and self-discharge take the rest.</summary>
    public double Usable { get; init; } = 0.8;

    /// <summary>The share that it loses by itself in a year, 0 to below 1.</summary>
    public double SelfDischarge { get; init; } = 0.01;
}
