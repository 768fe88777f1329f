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
