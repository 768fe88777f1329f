using Earshot.Experiments.Statistics;
using Xunit;

namespace Earshot.Experiments.Tests.Statistics;

/// <summary>How folds and seeds are pooled.</summary>
public sealed class AccuracyEstimateTests
{
    [Fact]
    public void FoldsAreAveragedAfterSeeds()
    {
        // Fold 1: seeds 1.0 and 0.5; fold 2: seeds 0.25 and 0.25, with twice the clips.
        Decision[] decisions =
        [
            .. Decisions.Of(1, 1, true, true), .. Decisions.Of(1, 2, true, false),
            .. Decisions.Of(2, 1, true, false, false, false), .. Decisions.Of(2, 2, false, true, false, false),
        ];

        var estimate = AccuracyEstimate.Of(decisions)!;

        Assert.Equal(0.5, estimate.Mean, 12);
        Assert.Equal([0.75, 0.25], estimate.Folds.Select(fold => fold.Accuracy));
        Assert.Equal([2, 4], estimate.Folds.Select(fold => fold.Clips));
        Assert.Equal(0.5 / Math.Sqrt(2), estimate.FoldDeviation!.Value, 12);
        Assert.Equal(0.25 / Math.Sqrt(2), estimate.SeedDeviation!.Value, 12);
        // 5 of 12 decisions are right, on six clips.
        Assert.Equal(Interval.Wilson(5 / 12.0, 6), estimate.ClipInterval);
        Assert.Equal(6, estimate.Clips);
    }

    [Fact]
    public void ASecondIdenticalSeedNarrowsNothing()
    {
        Decision[] once = [.. Decisions.Of(1, 1, true, false, true), .. Decisions.Of(2, 1, true, true, true)];
        Decision[] twice = [.. once, .. once.Select(decision => decision with { Seed = 2 })];

        var (one, two) = (AccuracyEstimate.Of(once)!, AccuracyEstimate.Of(twice)!);

        Assert.Equal(one.FoldInterval, two.FoldInterval);
        Assert.Equal(one.ClipInterval, two.ClipInterval);
        Assert.Null(one.SeedDeviation);
        Assert.Equal(0, two.SeedDeviation);
    }

    [Fact]
    public void OneFoldHasNoSpread()
    {
        var estimate = AccuracyEstimate.Of([.. Decisions.Of(1, 1, true, false)])!;

        Assert.Null(estimate.FoldDeviation);
        Assert.Null(estimate.FoldInterval);
    }

    [Fact]
    public void NothingHasNoEstimate() => Assert.Null(AccuracyEstimate.Of([]));
}
