namespace Earshot.Datasets.Loading;

/// <summary>How a folder of recordings is read.</summary>
public sealed record DatasetOptions
{
    /// <summary>Takes only the clips that ESC-50's column <c>esc10</c> marks.</summary>
    public bool Esc10Only { get; init; }

    /// <summary>Number of folds given to a dataset that has none of its own (one folder per class), at least 2.</summary>
    public int FoldCount { get; init; } = 5;
}
