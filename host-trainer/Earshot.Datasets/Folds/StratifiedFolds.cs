namespace Earshot.Datasets.Folds;

/// <summary>
/// Gives folds to clips that have none. The rule: all clips of one recording get the same fold; recordings are taken from
/// the largest to the smallest, equal ones in the ordinal order of their names; each goes to the fold that holds the
/// smallest share of its classes so far, then to the one with the fewest clips, then to the lowest number. So the
/// folds hold about the same number of clips of each class, and the same files always give the same folds.
/// </summary>
public static class StratifiedFolds
{
    /// <summary>Assigns folds.</summary>
    /// <param name="clips">The recording and the label of each clip.</param>
    /// <param name="foldCount">Number of folds, at least 2.</param>
    /// <returns>The fold of each clip, from 1.</returns>
    public static int[] Assign(IReadOnlyList<(string Recording, string Label)> clips, int foldCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(foldCount, 2);
        var labels = clips.Select(clip => clip.Label).Distinct().Order(StringComparer.Ordinal).ToArray();
        var labelIndex = labels.Select((label, index) => (label, index)).ToDictionary(pair => pair.label, pair => pair.index);
        var totals = new int[labels.Length];
        foreach (var (_, label) in clips)
        {
            totals[labelIndex[label]]++;
        }

        var recordings = clips
            .GroupBy(clip => clip.Recording, clip => labelIndex[clip.Label])
            .Select(group => (Name: group.Key, Labels: group.ToArray()))
            .OrderByDescending(recording => recording.Labels.Length)
            .ThenBy(recording => recording.Name, StringComparer.Ordinal);
        var counts = new int[foldCount, labels.Length];
        var sizes = new int[foldCount];
        var foldOf = new Dictionary<string, int>();
        foreach (var (name, members) in recordings)
        {
            var fold = Enumerable.Range(0, foldCount)
                .MinBy(candidate => (members.Sum(label => (double)counts[candidate, label] / totals[label]), sizes[candidate], candidate));
            foldOf[name] = fold + 1;
            sizes[fold] += members.Length;
            foreach (var label in members)
            {
                counts[fold, label]++;
            }
        }

        return [.. clips.Select(clip => foldOf[clip.Recording])];
    }
}
