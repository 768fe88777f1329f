using Earshot.Reports.Boards;
using Earshot.Reports.Classification;
using Earshot.Reports.Mistakes;
using Earshot.Reports.Sections;

namespace Earshot.Reports.Training;

/// <summary>Everything that a report on a training run shows.</summary>
public sealed record TrainingRecord
{
    /// <summary>The report's title.</summary>
    public required string Title { get; init; }

    /// <summary>The dataset's name.</summary>
    public required string Dataset { get; init; }

    /// <summary>The model's name.</summary>
    public required string Model { get; init; }

    /// <summary>The fold that was held out.</summary>
    public required int HeldOutFold { get; init; }

    /// <summary>The classes.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>The training's course; empty for a mere evaluation.</summary>
    public IReadOnlyList<EpochRecord> Epochs { get; init; } = [];

    /// <summary>The results: float, int8 QDQ and pack.</summary>
    public required IReadOnlyList<EvaluationRecord> Evaluations { get; init; }

    /// <summary>What the model costs on the board.</summary>
    public IReadOnlyList<CostRecord> Costs { get; init; } = [];

    /// <summary>The cost on each board; empty where none is known.</summary>
    public IReadOnlyList<BoardCost> Boards { get; init; } = [];

    /// <summary>Clips of the last of <see cref="Evaluations"/> by confidence; empty where that is not known.</summary>
    public IReadOnlyList<ReliabilityBin> Reliability { get; init; } = [];

    /// <summary>A curve for each class, from the last of <see cref="Evaluations"/>; empty where they are not known.</summary>
    public IReadOnlyList<ClassCurve> Curves { get; init; } = [];

    /// <summary>The clips that the last of <see cref="Evaluations"/> decided wrong; null where their sound is not known.</summary>
    public IReadOnlyList<MistakenClip>? Mistakes { get; init; }

    /// <summary>Numbers that matter, after the accuracies.</summary>
    public IReadOnlyList<KeyFigure> Figures { get; init; } = [];

    /// <summary>Settings and versions.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings { get; init; } = [];

    /// <summary>Further chapters before the last one.</summary>
    public IReadOnlyList<ReportChapter> Chapters { get; init; } = [];

    /// <summary>The exact command.</summary>
    public required string Command { get; init; }
}
