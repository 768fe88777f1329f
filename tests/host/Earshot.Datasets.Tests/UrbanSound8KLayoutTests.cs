using Earshot.Datasets.Loading;

namespace Earshot.Datasets.Tests;

public sealed class UrbanSound8KLayoutTests
{
    [Fact]
    public void Keeps_folds_recordings_times_and_salience()
    {
        using var folder = DatasetFolder.Urban("a.wav,100,0.5,4.5,1,1,8,siren\nb.wav,200,58.0,62.25,2,10,3,dog_bark");
        var dataset = DatasetLoader.Load(folder.FullPath);
        Assert.Equal(["dog_bark", "siren"], dataset.Labels);
        Assert.Equal([1, 10], dataset.Folds);
        var clip = dataset.Clips[1];
        Assert.Equal(("dog_bark", 10, "200", 2), (clip.Label, clip.Fold, clip.SourceGroup, clip.Salience));
        Assert.Equal((TimeSpan.FromSeconds(58), TimeSpan.FromSeconds(62.25)), (clip.Start, clip.End));
        Assert.Equal(4, clip.ReadSamples().Length);
    }

    [Theory]
    [InlineData("a.wav,1,0,4,1,2,8,siren", "'slice_file_name'", "fold2")]
    [InlineData("a.wav,1,0,4,1,11,8,siren", "'fold'", "1 to 10")]
    [InlineData("a.wav,1,0,4,3,1,8,siren", "'salience'", "'3'")]
    [InlineData("a.wav,1,nan,4,1,1,8,siren", "'start'", "'nan'")]
    [InlineData("a.wav,1,0,-4,1,1,8,siren", "'end'", "-4")]
    [InlineData("a.wav,1,0,4,1,1,-8,siren", "'classID'", "'-8'")]
    public void Names_the_row_and_the_field(string row, string field, string detail)
    {
        using var folder = DatasetFolder.Urban(row);
        var error = Assert.Throws<InputException>(() => DatasetLoader.Load(folder.FullPath));
        Assert.Contains("row 2", error.Problem);
        Assert.Contains(field, error.Problem);
        Assert.Contains(detail, error.Problem);
    }
}
