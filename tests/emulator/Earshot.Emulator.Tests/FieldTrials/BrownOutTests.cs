using Earshot.Emulator.Sound;
using Earshot.FieldTrials.Delivery;

namespace Earshot.Emulator.Tests.FieldTrials;

/// <summary>A few of the thousand brown-outs that the command takes.</summary>
public sealed class BrownOutTests
{
    [Fact]
    public void NothingAcknowledgedIsLostAndNoNumberIsUsedTwice()
    {
        var sounds = new ShuffledSounds(
            FakeEngine.SampleRate, [FakeEngine.Clip(1, 2), FakeEngine.Clip(2, 1)], TimeSpan.FromSeconds(90), seed: 3);
        var result = BrownOutTrial.Run(NodeBench.Fake with { Sound = sounds }, count: 12, seed: 3, timeToDeliver: 1800);
        Assert.True(result.IsMet, result.ToString());
        Assert.Equal(12, result.BrownOuts);
        Assert.InRange(result.Findings.Messages, 12, 400);
        Assert.Equal(1, result.SettingsApplied);
        Assert.InRange(result.Listened, 8, 13);
    }
}
