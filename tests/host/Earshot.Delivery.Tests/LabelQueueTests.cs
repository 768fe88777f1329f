using Earshot.Payload;
using Earshot.TestSupport;

namespace Earshot.Delivery.Tests;

public sealed class LabelQueueTests
{
    [Fact]
    public void MessagesLeaveInOrderUnderTheirNumbers()
    {
        var queue = Queue(8, out _, out _);
        for (var id = 0; id < 5; id++)
        {
            Assert.True(queue.Enqueue(Uplinks.Event(id)));
        }

        Assert.Equal([0, 1, 2, 3, 4], Drain(queue).Select(NumberOf));
        Assert.Equal(0, queue.Count);
        queue.Enqueue(Uplinks.Event(9));
        Assert.Equal([5], Drain(queue).Select(NumberOf));
    }

    [Fact]
    public void AResetChangesNothing()
    {
        var queue = Queue(8, out var records, out var marks);
        for (var id = 0; id < 4; id++)
        {
            queue.Enqueue(Uplinks.Event(id));
        }

        queue.Remove();
        var again = new LabelQueue(records, marks);
        Assert.Equal(3, again.Count);
        again.Enqueue(Uplinks.Event(4));
        Assert.Equal([1, 2, 3, 4], Drain(again).Select(NumberOf));
        Assert.Equal(0, new LabelQueue(records, marks).Count);
    }

    [Fact]
    public void NumbersGoOnBehind65535()
    {
        var queue = Queue(20, out var records, out var marks);
        for (var id = 0; id < 65540; id++)
        {
            queue.Enqueue(Uplinks.Event(id));
            queue.Remove();
        }

        queue.Enqueue(Uplinks.Event(0));
        queue = new LabelQueue(records, marks);
        queue.Enqueue(Uplinks.Event(1));
        Assert.Equal([4, 5], Drain(queue).Select(NumberOf));
    }

    [Fact]
    public void WhenItIsFullTheOldestSummariesAreMerged()
    {
        var queue = Queue(20, out var records, out var marks);
        for (var period = 0; period < 60; period++)
        {
            Assert.True(queue.Enqueue(Uplinks.Levels(period * 15, level: period % 2 == 0 ? 100 : 120)));
        }

        queue = new LabelQueue(records, marks);
        var levels = Drain(queue).Select(payload => LevelsMessage.Read(payload, 0, payload.Length)).ToList();
        Assert.Equal(19, levels.Count);
        Assert.Equal((0, 15), (levels[0].Start, levels[0].Minutes));
        Assert.Equal(255, levels[1].Minutes);
        // Equal parts of 50 and 60 dB: 10 lg ((10^5 + 10^6) / 2) = 57.4 dB.
        Assert.InRange(levels[1].Average, 114, 116);
        Assert.InRange(levels[1].Exceeded10, 119, 121);
        Assert.Equal(140, levels[1].Maximum);
        Assert.Equal(Enumerable.Range(0, 900), levels.SelectMany(message => Enumerable.Range(message.Start, message.Minutes)));
    }

    [Fact]
    public void TimesOfClassesAddUp()
    {
        var queue = Queue(20, out _, out _);
        for (var period = 0; period < 40; period++)
        {
            Assert.True(queue.Enqueue(Uplinks.Classes(period * 15, 1, 10, period % 3 == 0 ? 2 : 0, period % 3 == 0 ? 5 : 0)));
        }

        var classes = Drain(queue).Select(payload => ClassesMessage.Read(payload, 0, payload.Length)).ToList();
        var seconds = classes.Sum(message =>
            (message.FirstLabel == 1 ? CompactNumber.Decode(message.FirstTime) : 0)
            + (message.SecondLabel == 1 ? CompactNumber.Decode(message.SecondTime) : 0));
        Assert.InRange(seconds, 390, 410);
        Assert.True(queue.Merged > 0);
        Assert.Equal(0, queue.Lost);
    }

    [Fact]
    public void EventsLeaveRoomForSummaries()
    {
        var queue = Queue(21, out _, out _);
        var accepted = Enumerable.Range(0, 100).Count(id => queue.Enqueue(Uplinks.Event(id)));
        Assert.Equal(15, accepted);
        Assert.Equal(85, queue.Lost);
        for (var period = 0; period < 60; period++)
        {
            Assert.True(queue.Enqueue(Uplinks.Levels(period * 15)));
        }

        Assert.Equal(20, queue.Count);
        // A refused message leaves its number out: the receiver sees the gap.
        Assert.Equal(15, Drain(queue).Count(payload => NumberOf(payload) < 15));
    }

    [Fact]
    public void AStoreThatFailsDoesNotStopIt()
    {
        var queue = Queue(40, out var records, out var marks);
        queue.Enqueue(Uplinks.Event(0));
        records.IsBroken = true;
        for (var id = 1; id < 10; id++)
        {
            Assert.True(queue.Enqueue(Uplinks.Event(id)));
        }

        Assert.True(queue.StoreFails);
        Assert.Equal(Enumerable.Range(0, 10), Drain(queue).Select(NumberOf));
        queue.Enqueue(Uplinks.Event(10));
        // What only memory knew is lost in a reset, but its number is not used again.
        queue = new LabelQueue(records, marks);
        Assert.Equal(0, queue.Count);
        queue.Enqueue(Uplinks.Event(11));
        Assert.True(NumberOf(Assert.Single(Drain(queue))) > 10);
    }

    [Fact]
    public void WithoutAnyStorageItStillWorks()
    {
        var queue = new LabelQueue(new MemoryRecordStore(0, LabelQueue.RecordLength), new MemoryRecordStore(0, LabelQueue.MarkLength));
        for (var period = 0; period < 50; period++)
        {
            Assert.True(queue.Enqueue(Uplinks.Levels(period * 15)));
        }

        Assert.Equal(15, queue.Count);
    }

    [Fact]
    public void DamagedRecordsAreLostAloneAndTheirNumbersAreNotUsedAgain()
    {
        var queue = Queue(20, out var records, out var marks);
        for (var id = 0; id < 10; id++)
        {
            queue.Enqueue(Uplinks.Event(id));
        }

        records.FlipBit(4, 37);
        records.FlipBit(9, 37);
        queue = new LabelQueue(records, marks);
        Assert.Equal(8, queue.Count);
        queue.Enqueue(Uplinks.Event(99));
        var numbers = Drain(queue).Select(NumberOf).ToList();
        Assert.Equal([0, 1, 2, 3, 5, 6, 7, 8], numbers[..8]);
        Assert.True(numbers[8] > 9);
    }

    [Fact]
    public void ARecordThatGoesBadWhileItWaitsIsCounted()
    {
        var queue = Queue(20, out var records, out _);
        queue.Enqueue(Uplinks.Event(0));
        queue.Enqueue(Uplinks.Event(1));
        records.FlipBit(0, 50);
        Assert.Equal([1], Drain(queue).Select(NumberOf));
        Assert.Equal(1, queue.Lost);
    }

    [Fact]
    public void LostMarksDoNotBringBackWhatWasDeliveredBeforeTheLastMessage()
    {
        var queue = Queue(40, out var records, out _);
        for (var id = 0; id < 30; id++)
        {
            queue.Enqueue(Uplinks.Event(id));
            if (id > 2)
            {
                queue.Remove();
            }
        }

        queue = new LabelQueue(records, new MemoryRecordStore(2, LabelQueue.MarkLength));
        Assert.InRange(queue.Count, 3, 4);
        queue.Enqueue(Uplinks.Event(30));
        Assert.Equal(30, NumberOf(Drain(queue)[^1]));
    }

    [Fact]
    public void MessagesOfThisBootGetTheirTimeLater()
    {
        var queue = Queue(20, out var records, out var marks);
        queue.Enqueue(Uplinks.Event(40, clockIsSet: false));
        queue = new LabelQueue(records, marks);
        queue.Enqueue(Uplinks.Event(40, clockIsSet: false));
        queue.Enqueue(Uplinks.Event(1_000_000));
        queue.Redate(1_000_000);
        queue = new LabelQueue(records, marks);
        var events = Drain(queue).Select(payload => EventPayload.Read(payload, 0, payload.Length)).ToList();
        Assert.Equal([(0, false, 40), (1, true, 4040), (2, true, 1_000_000)], events.Select(heard => (heard.Sequence, heard.ClockIsSet, heard.Start)));
    }

    [Fact]
    public void FilesHoldRecords()
    {
        using var folder = new TemporaryFolder();
        var store = Directory.CreateDirectory(folder.File("store"));
        var path = Path.Combine(store.FullName, "queue");
        LabelQueue Open() => new(new FileRecordStore(path, 40, LabelQueue.RecordLength), new FileRecordStore(path + "-marks", 8, LabelQueue.MarkLength));
        var queue = Open();
        for (var id = 0; id < 25; id++)
        {
            Assert.True(queue.Enqueue(Uplinks.Event(id)));
        }

        queue.Remove();
        Assert.Equal(24, Open().Count);
        store.Delete(recursive: true);
        Assert.True(queue.Enqueue(Uplinks.Event(25)));
        Assert.True(queue.StoreFails);
        Assert.Equal([25], Drain(queue).Select(NumberOf));
    }

    private static LabelQueue Queue(int slots, out TornStore records, out TornStore marks)
    {
        var random = new Random(1);
        var supply = new PowerSupply(random);
        records = new TornStore(slots, LabelQueue.RecordLength, supply, random);
        marks = new TornStore(2, LabelQueue.MarkLength, supply, random);
        return new LabelQueue(records, marks);
    }

    private static List<byte[]> Drain(LabelQueue queue)
    {
        List<byte[]> delivered = [];
        for (var payload = new byte[PayloadHeader.PayloadLength]; queue.TryPeek(payload); queue.Remove())
        {
            delivered.Add((byte[])payload.Clone());
        }

        return delivered;
    }

    private static int NumberOf(byte[] payload) => PayloadHeader.ReadSequence(payload, 0);
}
