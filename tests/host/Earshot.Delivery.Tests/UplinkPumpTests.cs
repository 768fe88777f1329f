namespace Earshot.Delivery.Tests;

public sealed class UplinkPumpTests
{
    [Fact]
    public void AnOutageOfTwoDaysLosesNothing()
    {
        var queue = new LabelQueue(new MemoryRecordStore(640, LabelQueue.RecordLength), new MemoryRecordStore(16, LabelQueue.MarkLength));
        var radio = new FakeRadio();
        var pump = new UplinkPump(queue, radio, radio);
        radio.Result = SendResult.NotAcknowledged;
        for (var quarter = 0; quarter < 48 * 4; quarter++)
        {
            Assert.True(queue.Enqueue(Uplinks.Levels(quarter * 15)));
            Assert.True(queue.Enqueue(Uplinks.Classes(quarter * 15, 1, 20, 2, 10)));
            Assert.True(pump.Step() > 0);
        }

        radio.Sent.Clear();
        radio.Result = SendResult.Acknowledged;
        while (queue.Count > 0)
        {
            Assert.Equal(0, pump.Step());
        }

        Assert.Equal(Enumerable.Range(0, 2 * 48 * 4), radio.Sent);
        Assert.Equal((0, 0, 384), (queue.Lost, queue.Merged, pump.Delivered));
        Assert.True(pump.IsIdle);
    }

    [Theory]
    [InlineData(SendResult.Busy)]
    [InlineData(SendResult.NotJoined)]
    [InlineData(SendResult.Failed)]
    [InlineData(SendResult.NotAcknowledged)]
    public void WhatWasNotDeliveredIsTriedAgainUnderItsNumber(SendResult result)
    {
        var queue = new LabelQueue(new MemoryRecordStore(20, LabelQueue.RecordLength), new MemoryRecordStore(2, LabelQueue.MarkLength));
        var radio = new FakeRadio { Result = result };
        var pump = new UplinkPump(queue, radio, radio);
        queue.Enqueue(Uplinks.Event(1));
        Assert.True(pump.Step() > 0);
        Assert.False(pump.IsIdle);
        radio.RetryAfter = 1234;
        Assert.Equal(1234, pump.Step());
        Assert.True(pump.IsIdle);
        Assert.Equal([0], radio.Sent);
        radio.RetryAfter = 0;
        radio.Result = SendResult.Sent;
        Assert.Equal(0, pump.Step());
        Assert.Equal([0, 0], radio.Sent);
        Assert.Equal(0, queue.Count);
    }

    [Fact]
    public void DownlinksAreHandedOver()
    {
        var queue = new LabelQueue(new MemoryRecordStore(20, LabelQueue.RecordLength), new MemoryRecordStore(2, LabelQueue.MarkLength));
        var radio = new FakeRadio { Downlinks = 3 };
        new UplinkPump(queue, radio, radio).Step();
        Assert.Equal([3, 2, 1], radio.Taken);
    }
}
