using Earshot.Emulator.Sound;
using Earshot.FieldTrials.Delivery;
using Earshot.FieldTrials.Nodes;

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

    [Fact]
    public void ASupplyThatFailsAgainWhileItIsAwayHasStruck()
    {
        using var node = new FieldNode(NodeBench.Fake);
        var failures = new SupplyFailures(node.Node.Board);
        failures.StrikeAfter(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(2));
        node.Run(4);
        Assert.False(failures.HasStruck);
        node.Run(6);
        Assert.True(failures.HasStruck);
        failures.StrikeAfter(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(3));
        Assert.False(failures.HasStruck);
        node.Run(9);
        Assert.True(failures.HasStruck);
        Assert.Equal((1, 1), (failures.BeforeStart, node.Node.Board.Boots));
        node.Run(11);
        Assert.Equal(2, node.Node.Board.Boots);
    }
}
