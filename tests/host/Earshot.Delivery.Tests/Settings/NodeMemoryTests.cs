namespace Earshot.Delivery.Tests;

public sealed class NodeMemoryTests
{
    private static readonly long Epoch = new DateTime(2024, 1, 1).Ticks;

    [Fact]
    public void WhatIsRememberedOutlivesPowerFailures()
    {
        var random = new Random(6);
        var supply = new PowerSupply(random);
        var store = new TornStore(2, NodeMemory.RecordLength, supply, random);
        var memory = new NodeMemory(store);
        Assert.Equal((0, 0, 0, 0L), (memory.RefusedModel, memory.TriedModel, memory.TrialStarts, memory.SleepUntil));
        for (var round = 1; round < 1000; round++)
        {
            var before = memory.RefusedModel;
            try
            {
                supply.FailAfter(random.Next(2));
                memory.RefusedModel = -round;
                memory.TriedModel = round;
                memory.TrialStarts = round % 4;
                memory.SleepUntil = Epoch + (round * 10_000_000L);
                memory.Save();
                Assert.Equal(-round, new NodeMemory(store).RefusedModel);
            }
            catch (PowerFailure)
            {
                var found = new NodeMemory(store);
                Assert.Contains(found.RefusedModel, new[] { before, -round });
                Assert.Equal((-found.RefusedModel, (-found.RefusedModel) % 4), (found.TriedModel, found.TrialStarts));
                Assert.Equal(found.TriedModel == 0 ? 0 : Epoch + (found.TriedModel * 10_000_000L), found.SleepUntil);
                memory = found;
            }
        }
    }
}
