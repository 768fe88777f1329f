using Earshot.Audio.Wav;
using Earshot.TestSupport;

namespace Earshot.Datasets.Tests;

/// <summary>Builds small datasets on disk.</summary>
internal sealed class DatasetFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string FullPath => _folder.FullPath;

    public string TablePath(params string[] parts) => _folder.File(parts);

    public DatasetFolder Wav(params string[] parts)
    {
        WavWriter.Write(_folder.File(parts), [1, 2, 3, 4], 16_000);
        return this;
    }

    public DatasetFolder Text(string text, params string[] parts)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(parts))!);
        File.WriteAllText(_folder.File(parts), text);
        return this;
    }

    public static DatasetFolder Esc(string rows, string header = "filename,fold,target,category,esc10,src_file,take")
    {
        var folder = new DatasetFolder();
        foreach (var name in (string[])["a.wav", "b.wav", "c.wav", "d.wav"])
        {
            folder.Wav("audio", name);
        }

        return folder.Text($"{header}\n{rows}", "meta", "esc50.csv");
    }

    public static DatasetFolder Urban(string rows, string header = "slice_file_name,fsID,start,end,salience,fold,classID,class")
    {
        var folder = new DatasetFolder().Wav("audio", "fold1", "a.wav").Wav("audio", "fold10", "b.wav");
        return folder.Text($"{header}\n{rows}", "metadata", "UrbanSound8K.csv");
    }

    public void Dispose() => _folder.Dispose();
}
