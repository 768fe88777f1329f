namespace Earshot.Experiments.Results;

/// <summary>The data of an experiment.</summary>
public sealed record DatasetSummary
{
    /// <summary>The folder, or the name of a built-in set.</summary>
    public required string Name { get; init; }

    /// <summary>The classes, in the order of the models' outputs.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>All folds of the dataset, ascending.</summary>
    public required IReadOnlyList<int> Folds { get; init; }

    /// <summary>Clips in all.</summary>
    public required int Clips { get; init; }

    /// <summary>Clips of each class, in the order of <see cref="Labels"/>.</summary>
    public required IReadOnlyList<int> ClipsOfClass { get; init; }
}
