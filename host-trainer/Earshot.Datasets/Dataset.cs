namespace Earshot.Datasets;

/// <summary>Labelled clips in folds.</summary>
public sealed class Dataset
{
    private readonly Dictionary<string, int> _labelIndices;

    /// <summary>Creates a dataset.</summary>
    /// <param name="name">The name or folder that messages call it.</param>
    /// <param name="labels">The classes; their order is the order of a model's outputs.</param>
    /// <param name="clips">The clips; each has one of the labels.</param>
    /// <exception cref="InputException">It has fewer than two classes, or a class without a clip.</exception>
    public Dataset(string name, IReadOnlyList<string> labels, IReadOnlyList<Clip> clips)
    {
        Name = name;
        Labels = labels;
        Clips = clips;
        _labelIndices = labels.Select((label, index) => (label, index)).ToDictionary(pair => pair.label, pair => pair.index);
        Folds = [.. clips.Select(clip => clip.Fold).Distinct().Order()];
        if (clips.FirstOrDefault(clip => !_labelIndices.ContainsKey(clip.Label)) is { } stranger)
        {
            throw new ArgumentException($"The clip {stranger.Path} has the label {stranger.Label}, which is not listed.", nameof(clips));
        }

        if (labels.Count < 2)
        {
            throw new InputException(
                name,
                labels.Count == 0 ? "it has no class." : $"it has one class only ('{labels[0]}').",
                "Give a dataset with at least two classes; for one sound, add a class of everything else.");
        }

        var present = clips.Select(clip => clip.Label).ToHashSet();
        if (labels.FirstOrDefault(label => !present.Contains(label)) is { } empty)
        {
            throw new InputException(name, $"the class '{empty}' has no clip.", "Add clips of it or leave the class out.");
        }
    }

    /// <summary>The name or folder that messages call it.</summary>
    public string Name { get; }

    /// <summary>The classes in the order of a model's outputs.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>The clips.</summary>
    public IReadOnlyList<Clip> Clips { get; }

    /// <summary>The numbers of the folds that have clips, ascending.</summary>
    public IReadOnlyList<int> Folds { get; }

    /// <summary>The position of a label in <see cref="Labels"/>.</summary>
    /// <exception cref="KeyNotFoundException">The dataset has no such label.</exception>
    public int LabelIndex(string label) => _labelIndices[label];

    /// <summary>
    /// The clips to train on when some folds are kept for the test: those of the other folds, without the clips whose
    /// recording is in a kept fold as well. ESC-50 has four such recordings, in each of them two classes.
    /// </summary>
    /// <param name="kept">The folds that are kept.</param>
    public IReadOnlyList<Clip> Without(IReadOnlyCollection<int> kept)
    {
        var recordings = Recordings(kept);
        return [.. Clips.Where(clip => !kept.Contains(clip.Fold) && !recordings.Contains(clip.SourceGroup))];
    }

    /// <summary>The recordings that the clips of some folds were cut from.</summary>
    internal HashSet<string> Recordings(IReadOnlyCollection<int> folds) =>
        [.. Clips.Where(clip => folds.Contains(clip.Fold)).Select(clip => clip.SourceGroup)];

    /// <summary>Splits the dataset into one fold and the rest.</summary>
    /// <exception cref="InputException">There is no such fold, or the rest lacks a class.</exception>
    public HeldOutSplit HoldOut(int fold) => new(this, fold);
}
