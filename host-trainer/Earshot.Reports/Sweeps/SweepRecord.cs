using Earshot.Reports.Sections;

namespace Earshot.Reports.Sweeps;

/// <summary>Everything that a report on a sweep shows.</summary>
public sealed record SweepRecord
{
    /// <summary>The sweep's name.</summary>
    public required string Title { get; init; }

    /// <summary>One sentence on what was searched.</summary>
    public required string Subtitle { get; init; }

    /// <summary>Numbers that matter.</summary>
    public required IReadOnlyList<KeyFigure> Figures { get; init; }

    /// <summary>The name of what is maximised, such as "validation accuracy, float".</summary>
    public required string AccuracyName { get; init; }

    /// <summary>The names of the costs that are minimised, with their units, in the order of <see cref="SweepTrial.Costs"/>.</summary>
    public required IReadOnlyList<string> CostNames { get; init; }

    /// <summary>The keys that were varied, in the order of <see cref="SweepTrial.Values"/>.</summary>
    public required IReadOnlyList<string> Keys { get; init; }

    /// <summary>The trials that ended with a result.</summary>
    public required IReadOnlyList<SweepTrial> Trials { get; init; }

    /// <summary>Trials without a result: which, and why.</summary>
    public IReadOnlyList<(string Trial, string Reason)> Unfinished { get; init; } = [];

    /// <summary>Settings and versions.</summary>
    public required IReadOnlyList<(string Name, string Value)> Settings { get; init; }

    /// <summary>The exact command.</summary>
    public required string Command { get; init; }
}
