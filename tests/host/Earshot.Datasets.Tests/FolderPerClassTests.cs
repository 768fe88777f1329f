using Earshot.Datasets.Folds;
using Earshot.Datasets.Loading;

namespace Earshot.Datasets.Tests;

public sealed class FolderPerClassTests
{
    [Fact]
    public void Labels_are_the_folders_and_folds_are_stratified()
    {
        using var folder = new DatasetFolder();
        for (var i = 0; i < 10; i++)
        {
            folder.Wav("rain", $"rain_{i:D3}.wav").Wav("Dog", $"{i}.WAV");
        }

        folder.Wav(".hidden", "x.wav").Wav("_background_", "x.wav");
        var dataset = DatasetLoader.Load(folder.FullPath);
        Assert.Equal(["Dog", "rain"], dataset.Labels);
        Assert.Equal([1, 2, 3, 4, 5], dataset.Folds);
        Assert.All(dataset.Clips.CountBy(clip => (clip.Label, clip.Fold)), pair => Assert.Equal(2, pair.Value));
    }

    [Theory]
    [InlineData("{0}-{1}-0-{2}.wav")]
    [InlineData("1-{0}-A-{2}.wav")]
    [InlineData("street{0}_nohash_{2}.wav")]
    [InlineData("street{0}_{2}.wav")]
    public void A_recording_never_straddles_folds(string pattern)
    {
        using var folder = new DatasetFolder();
        foreach (var label in (string[])["a", "b"])
        {
            for (var i = 0; i < 24; i++)
            {
                folder.Wav(label, string.Format(pattern, 100 + (i / 3), label == "a" ? 1 : 2, i));
            }
        }

        var dataset = DatasetLoader.Load(folder.FullPath, new DatasetOptions { FoldCount = 4 });
        Assert.Equal(4, dataset.Folds.Count);
        Assert.All(dataset.Clips.GroupBy(clip => clip.SourceGroup), group => Assert.Single(group.Select(clip => clip.Fold).Distinct()));
        Assert.Equal(8, dataset.Clips.Select(clip => clip.SourceGroup).Distinct().Count());
        Assert.All(dataset.Clips.CountBy(clip => (clip.Label, clip.Fold)), pair => Assert.Equal(6, pair.Value));
    }

    [Fact]
    public void Assignment_does_not_depend_on_the_order_of_recordings()
    {
        (string, string)[] clips = [.. Enumerable.Range(0, 50).Select(i => ($"r{i * 7 % 20}", $"label{i % 3}"))];
        var forward = StratifiedFolds.Assign(clips, 5);
        var backward = StratifiedFolds.Assign([.. clips.Reverse()], 5);
        Assert.Equal(forward, backward.Reverse());
        Assert.Equal([1, 2, 3, 4, 5], forward.Distinct().Order());
    }

    [Fact]
    public void Classes_are_spread_even_where_their_names_alternate()
    {
        // Balancing the folds' sizes alone would put all of one class into one fold.
        (string Recording, string Label)[] clips = [.. Enumerable.Range(0, 20).Select(i => ($"r{i:D2}", i % 2 == 0 ? "a" : "b"))];
        var folds = StratifiedFolds.Assign(clips, 2);
        Assert.All(clips.Zip(folds, (clip, fold) => (clip.Label, fold)).CountBy(pair => pair), pair => Assert.Equal(5, pair.Value));
    }

    [Fact]
    public void Refuses_folders_that_are_no_dataset()
    {
        using var empty = new DatasetFolder();
        Assert.Contains("folder is empty", Problem(empty.FullPath));
        Assert.Contains("no such folder", Problem(empty.TablePath("nowhere")));
        using var other = new DatasetFolder().Text("text", "notes", "a.txt");
        Assert.Contains("no known layout", Problem(other.FullPath));
        Assert.Contains("it is a file", Problem(other.TablePath("notes", "a.txt")));
        using var gap = new DatasetFolder().Wav("a", "a.wav").Text("text", "b", "a.mp3");
        Assert.Contains("no WAV file", Problem(gap.FullPath));
        using var one = new DatasetFolder().Wav("a", "a.wav");
        Assert.Contains("one class only", Problem(one.FullPath));
        using var subset = new DatasetFolder().Wav("a", "a.wav").Wav("b", "b.wav");
        Assert.Contains("ESC-10", Assert.Throws<InputException>(
            () => DatasetLoader.Load(subset.FullPath, new DatasetOptions { Esc10Only = true })).Problem);
    }

    private static string Problem(string folder) => Assert.Throws<InputException>(() => DatasetLoader.Load(folder)).Problem;
}
