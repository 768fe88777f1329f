using System.Text;
using Earshot.Audio;
using Earshot.Audio.Wav;

namespace Earshot.Datasets;

/// <summary>Writes a dataset to disk in ESC-50's layout: 16-bit WAV files at 16 kHz in <c>audio/</c> and <c>meta/esc50.csv</c>.</summary>
public static class EscLayoutWriter
{
    /// <summary>The most folds that the layout has.</summary>
    public const int MostFolds = 5;

    /// <summary>Writes the dataset completely or not at all.</summary>
    /// <param name="dataset">The dataset; at most <see cref="MostFolds"/> folds.</param>
    /// <param name="folder">A folder that does not exist yet or is empty.</param>
    /// <param name="written">Called with the number of clips written so far.</param>
    /// <exception cref="InputException">The folder is not empty or cannot be written, or there are too many folds.</exception>
    public static void Write(Dataset dataset, string folder, Action<int>? written = null)
    {
        if (dataset.Folds[^1] > MostFolds)
        {
            throw new InputException(
                dataset.Name, $"it has a fold {dataset.Folds[^1]}; ESC-50's layout has {MostFolds}.", "Write a dataset with fewer folds.");
        }

        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new InputException(folder, "it exists and is not an empty folder.", "Name a new folder.");
        }

        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var temporary = $"{target}.{Guid.NewGuid():N}.partial";
        try
        {
            WriteFiles(dataset, temporary, written);
            if (Directory.Exists(target))
            {
                Directory.Delete(target);
            }

            Directory.Move(temporary, target);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(folder, $"it cannot be written ({exception.Message}).", "Free disk space or name another folder.", exception);
        }
        finally
        {
            if (Directory.Exists(temporary))
            {
                Directory.Delete(temporary, recursive: true);
            }
        }
    }

    private static void WriteFiles(Dataset dataset, string folder, Action<int>? written)
    {
        var table = new StringBuilder("filename,fold,target,category,esc10,src_file,take\n");
        for (var i = 0; i < dataset.Clips.Count; i++)
        {
            var clip = dataset.Clips[i];
            var target = dataset.LabelIndex(clip.Label);
            var name = $"{clip.Fold}-{i + 1}-A-{target}.wav";
            WavWriter.Write(Path.Combine(folder, "audio", name), clip.ReadSamples(), SampleRates.Model);
            table.Append($"{name},{clip.Fold},{target},{Quote(clip.Label)},False,{Quote(clip.SourceGroup)},A\n");
            written?.Invoke(i + 1);
        }

        AtomicFile.WriteAllText(Path.Combine(folder, "meta", "esc50.csv"), table.ToString());
    }

    private static string Quote(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
