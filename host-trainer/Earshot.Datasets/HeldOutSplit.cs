namespace Earshot.Datasets;

/// <summary>A dataset split into the clips to train on and one fold kept for the test.</summary>
public sealed class HeldOutSplit
{
    /// <summary>Splits a dataset.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="fold">The fold to keep.</param>
    /// <exception cref="InputException">There is no such fold, or the other folds lack a class.</exception>
    public HeldOutSplit(Dataset dataset, int fold)
    {
        if (!dataset.Folds.Contains(fold))
        {
            throw new InputException(
                dataset.Name,
                $"it has no fold {fold}.",
                $"Choose one of its folds: {string.Join(", ", dataset.Folds)}.");
        }

        Dataset = dataset;
        Fold = fold;
        Training = dataset.Without([fold]);
        HeldOut = [.. dataset.Clips.Where(clip => clip.Fold == fold)];
        var trained = Training.Select(clip => clip.Label).ToHashSet();
        if (dataset.Labels.FirstOrDefault(label => !trained.Contains(label)) is { } untrained)
        {
            throw new InputException(
                dataset.Name,
                $"without fold {fold} no clip of the class '{untrained}' is left to train on.",
                "Hold out another fold, or give that class clips in other folds.");
        }
    }

    /// <summary>The whole dataset.</summary>
    public Dataset Dataset { get; }

    /// <summary>The fold that is kept.</summary>
    public int Fold { get; }

    /// <summary>The clips of the other folds that are not of a recording in the kept fold; every class has some.</summary>
    public IReadOnlyList<Clip> Training { get; }

    /// <summary>The clips of the fold.</summary>
    public IReadOnlyList<Clip> HeldOut { get; }
}
