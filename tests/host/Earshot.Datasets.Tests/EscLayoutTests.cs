using Earshot.Datasets.Loading;
using Earshot.TestSupport;

namespace Earshot.Datasets.Tests;

public sealed class EscLayoutTests
{
    private const string Good = """
        a.wav,1,7,cat,True,100,A
        b.wav,2,7,cat,True,101,A
        c.wav,1,3,"dog, big",True,102,A
        d.wav,5,4,bird,False,103,A
        """;

    [Fact]
    public void Keeps_folds_recordings_and_the_targets_order()
    {
        using var folder = DatasetFolder.Esc(Good);
        var dataset = DatasetLoader.Load(folder.FullPath);
        Assert.Equal(["dog, big", "bird", "cat"], dataset.Labels);
        Assert.Equal([1, 2, 5], dataset.Folds);
        Assert.Equal(["100", "101", "102", "103"], dataset.Clips.Select(clip => clip.SourceGroup));
        Assert.Equal([1, 2, 3, 4], dataset.Clips[0].ReadSamples());
        Assert.Equal(2, dataset.LabelIndex("cat"));
    }

    [Fact]
    public void Takes_the_esc10_subset_and_BOM_CRLF_and_quotes()
    {
        using var folder = DatasetFolder.Esc(string.Empty);
        folder.Text("\uFEFF" + "filename,fold,target,category,esc10,src_file,take\r\n" + Good.ReplaceLineEndings("\r\n") + "\r\n\r\n", "meta", "esc50.csv");
        var dataset = DatasetLoader.Load(folder.FullPath, new DatasetOptions { Esc10Only = true });
        Assert.Equal(["dog, big", "cat"], dataset.Labels);
        Assert.Equal(3, dataset.Clips.Count);
    }

    [Theory]
    [InlineData("a.wav,1,7,cat,True,100,A\nmissing.wav,1,3,dog,True,1,A", "row 3", "'filename'", "missing.wav")]
    [InlineData("a.wav,6,7,cat,True,100,A", "row 2", "'fold'", "'6'")]
    [InlineData("a.wav,0,7,cat,True,100,A", "row 2", "'fold'", "1 to 5")]
    [InlineData("a.wav,,7,cat,True,100,A", "row 2", "'fold'", "''")]
    [InlineData("a.wav,one,7,cat,True,100,A", "row 2", "'fold'", "'one'")]
    [InlineData("a.wav,1,x,cat,True,100,A", "row 2", "'target'", "'x'")]
    [InlineData("a.wav,1,7,,True,100,A", "row 2", "'category'", "empty")]
    [InlineData("a.wav,1,7,cat,True,100,A\na.wav,1,7,cat,True,100,A", "row 3", "'filename'", "row 2 lists already")]
    [InlineData("a.wav,1,7,cat,True,100,A\nb.wav,1,7,dog,True,100,A", "row 3", "'category'", "'cat'")]
    [InlineData("a.wav,1,7,cat,True,100,A\nb.wav,1,8,cat,True,100,A", "row 3", "'target'", "the number 8")]
    [InlineData("../meta/esc50.csv,1,7,cat,True,100,A", "row 2", "'filename'", "plain file name")]
    [InlineData("a.wav,1,7,cat,True,100", "row 2", "6 fields", "instead of 7")]
    [InlineData("a.wav,1,7,\"cat,True,100,A", "row 2", "quote", "never closed")]
    public void Names_the_row_and_the_field(string rows, params string[] expected)
    {
        using var folder = DatasetFolder.Esc(rows);
        var error = Assert.Throws<InputException>(() => DatasetLoader.Load(folder.FullPath));
        Assert.Equal(folder.TablePath("meta", "esc50.csv"), error.Origin);
        Assert.All(expected, part => Assert.Contains(part, error.Problem));
        Assert.NotEmpty(error.Remedy);
    }

    [Theory]
    [InlineData("filename,target,category", "'fold'")]
    [InlineData("filename,fold,fold,category", "'fold' twice")]
    public void Names_the_column(string header, string expected)
    {
        using var folder = DatasetFolder.Esc("a.wav,1,7,cat", header);
        Assert.Contains(expected, Assert.Throws<InputException>(() => DatasetLoader.Load(folder.FullPath)).Problem);
    }

    [Fact]
    public void Refuses_tables_without_clips_and_with_one_class()
    {
        using var none = DatasetFolder.Esc(string.Empty);
        Assert.Contains("lists no clip", Assert.Throws<InputException>(() => DatasetLoader.Load(none.FullPath)).Problem);
        using var empty = new DatasetFolder().Wav("audio", "a.wav").Text(string.Empty, "meta", "esc50.csv");
        Assert.Contains("it is empty", Assert.Throws<InputException>(() => DatasetLoader.Load(empty.FullPath)).Problem);
        using var one = DatasetFolder.Esc("a.wav,1,7,cat,True,1,A");
        Assert.Contains("one class only ('cat')", Assert.Throws<InputException>(() => DatasetLoader.Load(one.FullPath)).Problem);
    }

    [DatasetFact("ESC-10")]
    public void Reads_the_real_ESC_10()
    {
        var dataset = DatasetLoader.Load(Path.Combine(RepositoryLayout.Datasets, "ESC-10"));
        Assert.Equal(
            ["dog", "rooster", "rain", "sea_waves", "crackling_fire", "crying_baby", "sneezing", "clock_tick", "helicopter", "chainsaw"],
            dataset.Labels);
        Assert.Equal(400, dataset.Clips.Count);
        Assert.Equal([1, 2, 3, 4, 5], dataset.Folds);
        var split = dataset.HoldOut(1);
        Assert.Equal((320, 80), (split.Training.Count, split.HeldOut.Count));
        Assert.Empty(split.Training.Select(clip => clip.SourceGroup).Intersect(split.HeldOut.Select(clip => clip.SourceGroup)));
        Assert.Equal(80_000, split.HeldOut[0].ReadSamples().Length);
    }
}
