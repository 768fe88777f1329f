using Earshot.Datasets.Folds;

namespace Earshot.Datasets.Loading;

/// <summary>
/// One folder of WAV files per class, the folder's name being the label; labels in ordinal order. Folders whose name
/// begins with a dot or an underscore are no classes. <see cref="StratifiedFolds"/> gives the folds. The recording of a
/// clip is what its name says by a published scheme; a mere "prefix, separator, number" counts as recording and slice only
/// where the class has at least as many prefixes as there are folds, for in <c>rain_001 … rain_099</c> it
/// is just the class's name.
/// </summary>
internal static class FolderPerClassLayout
{
    public static bool IsIn(string folder) => ClassFolders(folder).Any(name => WavFiles(name).Any());

    public static Dataset Load(string folder, DatasetOptions options)
    {
        var labels = new List<string>();
        var files = new List<(string Path, string Label, string Group)>();
        foreach (var classFolder in ClassFolders(folder))
        {
            var label = Path.GetFileName(classFolder);
            var paths = WavFiles(classFolder).Order(StringComparer.Ordinal).ToArray();
            if (paths.Length == 0)
            {
                throw new InputException(
                    classFolder, "the class folder holds no WAV file.", "Add WAV files of that class or remove the folder.");
            }

            labels.Add(label);
            files.AddRange(Recordings(paths, options.FoldCount).Select(pair => (pair.Path, label, pair.Recording)));
        }

        var folds = StratifiedFolds.Assign([.. files.Select(file => (file.Group, file.Label))], options.FoldCount);
        return new Dataset(
            folder, labels, [.. files.Select((file, i) => Clip.FromFile(file.Path, file.Label, folds[i], file.Group))]);
    }

    private static IEnumerable<(string Path, string Recording)> Recordings(string[] paths, int foldCount)
    {
        var names = paths.Select(RecordingName.Of).ToArray();
        var prefixes = names.Select(name => name.Recording).Distinct().Count();
        return paths.Select((path, i) => (path, names[i].IsCertain || prefixes >= foldCount
            ? names[i].Recording
            : Path.GetFileNameWithoutExtension(path)));
    }

    private static IEnumerable<string> ClassFolders(string folder) => Directory.GetDirectories(folder)
        .Where(name => Path.GetFileName(name)[0] is not ('.' or '_'))
        .OrderBy(Path.GetFileName, StringComparer.Ordinal);

    private static IEnumerable<string> WavFiles(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path).Equals(".wav", StringComparison.OrdinalIgnoreCase)
                && !Path.GetFileName(path).StartsWith('.'));
}
