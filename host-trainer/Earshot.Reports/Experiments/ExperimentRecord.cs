using Earshot.Reports.Boards;
using Earshot.Reports.Classification;
using Earshot.Reports.Mistakes;
using Earshot.Reports.Sections;
using Earshot.Reports.Training;

namespace Earshot.Reports.Experiments;

/// <summary>Everything that a report on an experiment over folds and seeds shows.</summary>
public sealed record ExperimentRecord
{
    /// <summary>The experiment's name.</summary>
    public required string Title { get; init; }

    /// <summary>One sentence on model, data, folds and seeds.</summary>
    public required string Subtitle { get; init; }

    /// <summary>The classes.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>The accuracies with their spread and intervals.</summary>
    public required IReadOnlyList<KeyFigure> Figures { get; init; }

    /// <summary>The accuracy of each form on each fold.</summary>
    public required IReadOnlyList<FoldRecord> Folds { get; init; }

    /// <summary>The pooled decisions of each form; the last one is what the board runs.</summary>
    public required IReadOnlyList<EvaluationRecord> Evaluations { get; init; }

    /// <summary>The course of each training.</summary>
    public required IReadOnlyList<LearningCurve> Curves { get; init; }

    /// <summary>The last form's clips by confidence.</summary>
    public IReadOnlyList<ReliabilityBin> Reliability { get; init; } = [];

    /// <summary>The last form's receiver operating characteristics.</summary>
    public IReadOnlyList<ClassCurve> Characteristics { get; init; } = [];

    /// <summary>The clips that the last form decided wrong; null where their sound is not known.</summary>
    public IReadOnlyList<MistakenClip>? Mistakes { get; init; }

    /// <summary>What the model needs.</summary>
    public IReadOnlyList<CostRecord> Costs { get; init; } = [];

    /// <summary>The cost on each board.</summary>
    public IReadOnlyList<BoardCost> Boards { get; init; } = [];

    /// <summary>Further chapters before the last one.</summary>
    public IReadOnlyList<ReportChapter> Chapters { get; init; } = [];

    /// <summary>Settings and versions.</summary>
    public required IReadOnlyList<(string Name, string Value)> Settings { get; init; }

    /// <summary>The exact command.</summary>
    public required string Command { get; init; }
}
