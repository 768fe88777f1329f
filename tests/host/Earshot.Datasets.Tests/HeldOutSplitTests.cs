namespace Earshot.Datasets.Tests;

public sealed class HeldOutSplitTests
{
    private static readonly Dataset Data = new(
        "data", ["a", "b"], [Make("1", "a", 1), Make("2", "b", 1), Make("3", "a", 3), Make("4", "b", 3), Make("5", "b", 4)]);

    [Fact]
    public void Splits_by_fold()
    {
        var split = Data.HoldOut(3);
        Assert.Equal(["3", "4"], split.HeldOut.Select(clip => clip.Path));
        Assert.Equal(["1", "2", "5"], split.Training.Select(clip => clip.Path));
    }

    [Fact]
    public void A_fold_that_does_not_exist_is_answered_with_those_that_do()
    {
        var error = Assert.Throws<InputException>(() => Data.HoldOut(2));
        Assert.Contains("no fold 2", error.Problem);
        Assert.Contains("1, 3, 4", error.Remedy);
    }

    [Fact]
    public void A_class_must_be_left_to_train_on()
    {
        var data = new Dataset("data", ["a", "b"], [Make("1", "a", 1), Make("2", "b", 2), Make("3", "b", 1)]);
        Assert.Contains("'a' is left", Assert.Throws<InputException>(() => data.HoldOut(1)).Problem);
    }

    [Fact]
    public void Nothing_of_a_kept_recording_is_trained_on()
    {
        var data = new Dataset(
            "data", ["a", "b"], [Make("1", "a", 1), Make("2", "b", 1), Make("3", "a", 3, "1"), Make("4", "b", 3), Make("5", "a", 4), Make("6", "b", 4, "5")]);

        Assert.Equal(["4", "5", "6"], data.HoldOut(1).Training.Select(clip => clip.Path));
        Assert.Equal(["2", "5", "6"], data.HoldOut(3).Training.Select(clip => clip.Path));
        Assert.Equal(["2", "4"], data.Without([3, 4]).Concat(data.Without([1, 4])).Select(clip => clip.Path));
    }

    private static Clip Make(string path, string label, int fold, string? recording = null) => new(path, label, fold, recording ?? path, _ => []);
}
