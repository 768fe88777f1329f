using Earshot.Reports.Sections;

namespace Earshot.Reports.Timeline;

/// <summary>Everything that a timeline page shows.</summary>
public sealed record TimelineRecord
{
    /// <summary>The page's title.</summary>
    public required string Title { get; init; }

    /// <summary>One sentence below it.</summary>
    public required string Subtitle { get; init; }

    /// <summary>The timeline itself.</summary>
    public required ZoomableTimeline Timeline { get; init; }

    /// <summary>Numbers that matter.</summary>
    public IReadOnlyList<KeyFigure> Figures { get; init; } = [];

    /// <summary>Expectations: place, what was expected, when it was clear, what was found; with whether it was met.</summary>
    public IReadOnlyList<(IReadOnlyList<string> Cells, bool IsMet)> Verdicts { get; init; } = [];

    /// <summary>What each component drew: component, state, time, charge, share.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Energy { get; init; } = [];

    /// <summary>What the app printed: time and line.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Console { get; init; } = [];

    /// <summary>What arrived: time, label, confidence, level.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Received { get; init; } = [];

    /// <summary>Settings of the run.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings { get; init; } = [];

    /// <summary>The exact command.</summary>
    public required string Command { get; init; }
}
