namespace Earshot.Datasets.Tests;

public sealed class AuxiliarySoundsTests
{
    private static readonly Dataset Own = new("own", ["dog", "rain"], [Make("1", "dog", 1, "d1"), Make("2", "rain", 2, "r1"), Make("3", "dog", 2, "d2")]);

    [Fact]
    public void They_are_the_other_classes_without_what_is_tested()
    {
        var other = new Dataset(
            "other",
            ["dog", "hen", "rain", "wind"],
            [
                Make("own class", "dog", 2, "d9"),
                Make("kept fold", "hen", 1, "h1"),
                Make("recording of a kept fold there", "hen", 2, "h1"),
                Make("recording that is tested", "hen", 3, "d1"),
                Make("hen", "hen", 3, "h2"),
                Make("wind", "wind", 2, "d2"),
                Make("own class too", "rain", 3, "r9"),
            ]);

        var sounds = AuxiliarySounds.Of(other, Own, [1]);

        Assert.Equal(["hen", "wind"], sounds.Labels);
        Assert.Equal(["hen", "wind"], sounds.Clips.Select(clip => clip.Path));
    }

    [Fact]
    public void A_class_of_which_nothing_is_left_is_no_class()
    {
        var other = new Dataset("other", ["hen", "wind"], [Make("1", "hen", 1, "h"), Make("2", "wind", 2, "w")]);

        Assert.Equal(["wind"], AuxiliarySounds.Of(other, Own, [1]).Labels);
    }

    [Fact]
    public void A_dataset_without_other_classes_is_refused()
    {
        var error = Assert.Throws<InputException>(() => AuxiliarySounds.Of(Own, Own, [1]));

        Assert.Equal("own", error.Origin);
        Assert.Contains("no class beside those of own", error.Problem);
    }

    private static Clip Make(string path, string label, int fold, string recording) => new(path, label, fold, recording, _ => []);
}
