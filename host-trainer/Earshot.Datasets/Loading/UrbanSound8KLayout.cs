using Earshot.Datasets.Csv;

namespace Earshot.Datasets.Loading;

/// <summary>
/// The layout of UrbanSound8K (J. Salamon, C. Jacoby, J. P. Bello, "A Dataset and Taxonomy for Urban Sound Research",
/// 2014): <c>metadata/UrbanSound8K.csv</c> and <c>audio/fold1</c> to <c>audio/fold10</c>, ten official folds. The labels
/// are in the order of the column <c>classID</c>; the column <c>fsID</c> is the recording.
/// </summary>
internal static class UrbanSound8KLayout
{
    private const int FoldCount = 10;

    public static bool IsIn(string folder) => File.Exists(TablePath(folder));

    public static Dataset Load(string folder)
    {
        var table = CsvTable.Read(TablePath(folder), "slice_file_name", "fold", "classID", "class");
        var labels = new LabelNumbers("classID", "class");
        var files = new ClipFiles("slice_file_name");
        var clips = new List<Clip>();
        foreach (var row in table.Rows)
        {
            var fold = row.Integer("fold", 1, FoldCount, $"Give the clip one of the folds 1 to {FoldCount}.");
            var path = files.Add(row, Path.Combine(folder, "audio", $"fold{fold}"));
            var source = table.HasColumn("fsID") ? row.Text("fsID") : RecordingName.Of(path).Recording;
            var label = labels.Add(row);
            clips.Add(new Clip(path, label, fold, source, rate => Audio.Wav.WavFile.ReadMono16(path, rate))
            {
                Start = Seconds(row, "start"),
                End = Seconds(row, "end"),
                Salience = table.HasColumn("salience")
                    ? row.Integer("salience", 1, 2, "Give 1 for foreground or 2 for background.")
                    : null,
            });
        }

        return new Dataset(folder, labels.Labels, clips);
    }

    private static string TablePath(string folder) => Path.Combine(folder, "metadata", "UrbanSound8K.csv");

    private static TimeSpan? Seconds(CsvRow row, string column)
    {
        const double LongestRecording = 1e6;
        return row.OptionalNumber(column) is not { } seconds ? null
            : seconds is >= 0 and <= LongestRecording ? TimeSpan.FromSeconds(seconds)
            : throw row.Error(column, $"is {seconds} instead of a time in seconds", "Correct the field.");
    }
}
