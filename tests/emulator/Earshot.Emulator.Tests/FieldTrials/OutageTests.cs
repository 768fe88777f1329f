using Earshot.FieldTrials.Delivery;
using Earshot.Payload;

namespace Earshot.Emulator.Tests.FieldTrials;

/// <summary>Half a day without radio, with rare windows; the command takes two days and a window each minute.</summary>
public sealed class OutageTests
{
    [Fact]
    public void EverySummaryOfAnOutageArrivesOnceAndInOrder()
    {
        var result = OutageTrial.Run(
            NodeBench.Fake with
            {
                Set = stored => stored.Apply(new ScheduleDownlink { Revision = 1, Listen = 3, Every = 900, SummaryMinutes = 15 }.Encode()),
            },
            TimeSpan.FromHours(12));
        Assert.True(result.IsMet, result.ToString());
        // 48 periods of the outage, in one message each: nothing was heard, so that no class has a time.
        Assert.InRange(result.DeliveredAfterwards, 48, 90);
        Assert.Equal(2, result.DutyCycles.Count);
    }
}
