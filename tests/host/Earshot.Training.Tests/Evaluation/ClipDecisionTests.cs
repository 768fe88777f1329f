using Earshot.Training.Evaluation;
using Earshot.Training.Features;
using Earshot.Training.Tests.Running;
using Xunit;

namespace Earshot.Training.Tests.Evaluation;

public class ClipDecisionTests
{
    [Fact]
    public void QuietWindowsHaveNoVoteUnlessAllAreQuiet()
    {
        float[] probabilities = [0.9f, 0.1f, 0.2f, 0.8f];
        Assert.Equal([0.2f, 0.8f], ClipDecision.Mean(probabilities, 2, [false, true]));
        Assert.Equal(0.55f, ClipDecision.Mean(probabilities, 2, [true, true])[0], 1e-6f);
        Assert.Equal(0.55f, ClipDecision.Mean(probabilities, 2, [false, false])[0], 1e-6f);
    }

    [Fact]
    public void AMajorityOutvotesOneWindowThatIsSure()
    {
        float[] probabilities = [1f, 0f, 0.4f, 0.6f, 0.4f, 0.6f];
        Assert.Equal(0, ClipDecision.Best(ClipDecision.Mean(probabilities, 2, [true, true, true])));
        var votes = ClipDecision.Majority(probabilities, 2, [true, true, true]);
        // One and two votes, and a mean of 0.6 and 0.4, of four in all.
        Assert.Equal(0.4f, votes[0], 1e-6f);
        Assert.Equal(0.6f, votes[1], 1e-6f);
        Assert.Equal(votes, ClipDecision.By(DecisionRule.Majority, probabilities, 2, [true, true, true]));
        // A quiet window has no vote, so there are equals, which the mean decides.
        Assert.Equal(0, ClipDecision.Best(ClipDecision.Majority(probabilities, 2, [true, true, false])));
    }

    [Fact]
    public void TheLastPartialWindowHasNoVote()
    {
        var set = SyntheticFeatures.Create(frames: 44);
        var hops = new List<int>();
        foreach (var hop in new[] { 5, 31 })
        {
            var result = new WindowEvaluator(new QuietGate { Level = -1000, Range = 1000 }, 31, hop).Evaluate(
                set, clip => [.. Enumerable.Repeat(1f / set.Labels.Count, set.Labels.Count * QuietGate.WindowCount(44, 31, hop))]);
            hops.Add(result.Windows / set.Clips.Count);
        }

        // Windows at 0, 5 and 10; the one at 15 would end beyond the clip, as would the one at 31.
        Assert.Equal([3, 1], hops);
    }

    [Fact]
    public void TheGateLooksOnlyBack()
    {
        var gate = new QuietGate { Level = -70, Range = 30, Decay = 10, LoudShare = 0.5f };
        int[] levels = [.. new[] { -50, -10, -45, -45, -45, -45, -80 }.Select(level => level * 256)];
        // The first frame is loud although a louder one follows; 0.1 s a frame forgets 1 dB.
        Assert.Equal([true, true, false, false, false, false, false], gate.LoudFrames(levels, 0.1f));
        // At a second a frame the loudest level is forgotten by 10 dB each.
        Assert.Equal([true, true, true, true, true, true, false], gate.LoudFrames(levels, 1f));
        Assert.Equal([true, true, false], gate.LoudWindows(levels, 2, 1, 0.1f)[..3]);
    }

    [Fact]
    public void OnlyFullWindowsCount()
    {
        Assert.Equal(0, QuietGate.WindowCount(30, 31, 5));
        Assert.Equal(1, QuietGate.WindowCount(35, 31, 5));
        Assert.Equal(2, QuietGate.WindowCount(36, 31, 5));
    }

    [Fact]
    public void AClipShorterThanAWindowIsRefused()
    {
        var set = SyntheticFeatures.Create(frames: 20);
        var evaluator = new WindowEvaluator(new QuietGate(), 31, 5);
        Assert.Equal("clip0", Assert.Throws<InputException>(() => evaluator.Evaluate(set, _ => [])).Origin);
    }

    [Fact]
    public void AccuracyAndConfusionAreCounted()
    {
        var result = new EvaluationResult(
            [
                new ClipResult("a", 0, [0.7f, 0.3f]),
                new ClipResult("b", 1, [0.6f, 0.4f]),
                new ClipResult("c", 1, [0.1f, 0.9f]),
                new ClipResult("d", 1, [0.2f, 0.8f]),
            ],
            10,
            5);
        Assert.Equal(0.75, result.ClipAccuracy);
        Assert.Equal(0.5, result.WindowAccuracy);
        Assert.Equal([[1, 0], [1, 2]], result.ConfusionMatrix());
    }
}
