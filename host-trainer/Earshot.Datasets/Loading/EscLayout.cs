using Earshot.Datasets.Csv;

namespace Earshot.Datasets.Loading;

/// <summary>
/// The layout of ESC-50 and ESC-10 (K. J. Piczak, "ESC: Dataset for Environmental Sound Classification", 2015):
/// <c>meta/esc50.csv</c> and <c>audio/</c>, five official folds. The labels are in the order of the column
/// <c>target</c>; the column <c>src_file</c> is the recording.
/// </summary>
internal static class EscLayout
{
    private const int FoldCount = 5;

    public static bool IsIn(string folder) =>
        Directory.Exists(Path.Combine(folder, "meta")) && Directory.Exists(Path.Combine(folder, "audio"));

    public static Dataset Load(string folder, DatasetOptions options)
    {
        var table = CsvTable.Read(FindTable(folder), "filename", "fold", "target", "category");
        if (options.Esc10Only && !table.HasColumn("esc10"))
        {
            throw new InputException(
                table.Path, "the ESC-10 subset was asked for, but there is no column 'esc10'.", "Leave that option out.");
        }

        var labels = new LabelNumbers("target", "category");
        var files = new ClipFiles("filename");
        var audio = Path.Combine(folder, "audio");
        var clips = new List<Clip>();
        foreach (var row in table.Rows.Where(row => !options.Esc10Only || row.Boolean("esc10")))
        {
            var path = files.Add(row, audio);
            var fold = row.Integer("fold", 1, FoldCount, $"Give the clip one of the folds 1 to {FoldCount}.");
            var source = table.HasColumn("src_file") ? row.Text("src_file") : RecordingName.Of(path).Recording;
            clips.Add(Clip.FromFile(path, labels.Add(row), fold, source));
        }

        return new Dataset(folder, labels.Labels, clips);
    }

    private static string FindTable(string folder)
    {
        var meta = Path.Combine(folder, "meta");
        var official = Path.Combine(meta, "esc50.csv");
        var tables = Directory.GetFiles(meta, "*.csv");
        return File.Exists(official) ? official : tables.Length switch
        {
            1 => tables[0],
            0 => throw new InputException(meta, "it holds no CSV file.", "Add the dataset's table, esc50.csv."),
            _ => throw new InputException(
                meta, $"it holds {tables.Length} CSV files and none is called esc50.csv.", "Keep one, or name the right one esc50.csv."),
        };
    }
}
