namespace Earshot.Datasets;

/// <summary>
/// Sounds of other classes than a dataset's. A network that learns to tell them apart as well knows more about sound than its own classes teach it;
/// it forgets their names when it is done (auxiliary tasks: R. Caruana, "Multitask learning", 1997).
/// </summary>
/// <param name="Labels">Their classes.</param>
/// <param name="Clips">The clips.</param>
public sealed record AuxiliarySounds(IReadOnlyList<string> Labels, IReadOnlyList<Clip> Clips)
{
    /// <summary>
    /// What another dataset has beside a dataset's own classes, and may be learnt when some folds are kept for the test: nothing of its own folds of these numbers,
    /// and nothing of a recording that is in a kept fold of either. So ESC-50 can stand beside ESC-10, whose folds it shares.
    /// </summary>
    /// <param name="other">The other dataset.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="kept">The folds that are kept.</param>
    /// <exception cref="InputException">The other dataset has no class of its own.</exception>
    public static AuxiliarySounds Of(Dataset other, Dataset dataset, IReadOnlyCollection<int> kept)
    {
        var tested = dataset.Recordings(kept);
        Clip[] clips = [.. other.Without(kept).Where(clip => !dataset.Labels.Contains(clip.Label) && !tested.Contains(clip.SourceGroup))];
        string[] labels = [.. other.Labels.Where(label => clips.Any(clip => clip.Label == label))];
        return labels.Length > 0
            ? new AuxiliarySounds(labels, clips)
            : throw new InputException(
                other.Name,
                $"it has no class beside those of {dataset.Name} to learn from when fold {string.Join(" and ", kept)} is kept for the test.",
                "Give a dataset with other classes, or leave it out.");
    }
}
