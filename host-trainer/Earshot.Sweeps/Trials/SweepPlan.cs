using Earshot.Sweeps.Fronts;

namespace Earshot.Sweeps.Trials;

/// <summary>A sweep laid out in its folder, as <c>sweep.json</c> there holds it.</summary>
public sealed record SweepPlan
{
    /// <summary>The version of the file's layout that this code writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The version of the file's layout.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>The sweep's name.</summary>
    public required string Name { get; init; }

    /// <summary>The command that lays it out again.</summary>
    public required string Command { get; init; }

    /// <summary>SHA-256 over every trial's experiment and the objectives: two sweeps with the same one are the same.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The keys that are varied.</summary>
    public required IReadOnlyList<string> Keys { get; init; }

    /// <summary>What is maximised.</summary>
    public required AccuracyMetric Accuracy { get; init; }

    /// <summary>What is minimised.</summary>
    public required IReadOnlyList<CostMetric> Costs { get; init; }

    /// <summary>The trials in order; the first has the number 1.</summary>
    public required IReadOnlyList<Trial> Trials { get; init; }
}
