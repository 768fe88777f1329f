using nanoFramework.TestFramework;

namespace Earshot.Device.Tests.Queue;

/// <summary>The queue on the board's own class library; the host's tests put it through thousands of power failures.</summary>
[TestClass]
public class LabelQueueTests
{
    private static MemoryRecordStore s_records;
    private static MemoryRecordStore s_marks;
    private static byte[] s_payload;

    [Setup]
    public void Prepare()
    {
        s_payload = new byte[PayloadHeader.PayloadLength];
    }

    [TestMethod]
    public void MessagesKeepTheirNumbersOverAReset()
    {
        Clear(30);
        LabelQueue queue = new LabelQueue(s_records, s_marks);
        Fill(queue, 5);
        queue.Remove();
        queue = new LabelQueue(s_records, s_marks);
        Assert.AreEqual(4, queue.Count);
        Fill(queue, 1);
        for (int number = 1; number < 6; number++)
        {
            Assert.IsTrue(queue.TryPeek(s_payload));
            Assert.AreEqual(number, PayloadHeader.ReadSequence(s_payload, 0));
            queue.Remove();
        }

        Assert.IsFalse(queue.TryPeek(s_payload));
    }

    [TestMethod]
    public void SummariesAreMergedWhenItIsFull()
    {
        Clear(20);
        LabelQueue queue = new LabelQueue(s_records, s_marks);
        Fill(queue, 40);
        Assert.AreEqual(19, queue.Count);
        Assert.AreEqual(0, queue.Lost);
        int minutes = 0;
        while (queue.TryPeek(s_payload))
        {
            minutes += LevelsMessage.Read(s_payload, 0, s_payload.Length).Minutes;
            queue.Remove();
        }

        Assert.AreEqual(40 * 15, minutes);
    }

    [TestMethod]
    public void NumbersGoOnWhereSlotsRepeatThem()
    {
        Clear(30);
        int number = 131065;
        Mark(number, number);
        LabelQueue queue = new LabelQueue(s_records, s_marks);
        for (int round = 0; round < 5; round++)
        {
            Fill(queue, 4);
            queue = new LabelQueue(s_records, s_marks);
            for (int count = 0; count < 4; count++)
            {
                Assert.IsTrue(queue.TryPeek(s_payload));
                Assert.AreEqual(number & 0xFFFF, PayloadHeader.ReadSequence(s_payload, 0));
                queue.Remove();
                number++;
            }
        }

        Assert.AreEqual(0, queue.Count);
    }

    [TestMethod]
    public void AMessageThatNobodyCouldTellFromTheFirstIsRefused()
    {
        Clear(30);
        LabelQueue queue = new LabelQueue(s_records, s_marks);
        Fill(queue, 1);
        Mark(0, 65534);
        queue = new LabelQueue(s_records, s_marks);
        Fill(queue, 1);
        Assert.IsFalse(queue.Enqueue(s_payload));
        Assert.AreEqual(1, queue.Lost);
        AssertFirst(queue, 0);
        // The first one is gone: now it can be told.
        Assert.IsTrue(queue.Enqueue(s_payload));
        AssertFirst(queue, 65534);
        AssertFirst(queue, 65535);
        Assert.AreEqual(0, queue.Count);
        Fill(queue, 1);
        AssertFirst(queue, 0);
    }

    [TestMethod]
    public void WhatWasToldOfTheMicrophoneIsMerged()
    {
        Clear(20);
        LabelQueue queue = new LabelQueue(s_records, s_marks);
        MicrophoneMessage message = new MicrophoneMessage();
        for (int index = 0; index < 21; index++)
        {
            message.Offset = index;
            message.Quietest = 100 - index;
            message.Clipped = index == 1 ? 40 : 0;
            message.Lost = 1;
            message.IsSilent = index != 1;
            message.HasTone = index == 1;
            message.ToneIsHeard = true;
            message.ToneLevel = 188;
            message.ToneRatio = 30;
            message.Write(s_payload, 0);
            Assert.IsTrue(queue.Enqueue(s_payload));
        }

        // The first one is left alone; the two behind it have become one.
        AssertFirst(queue, 0);
        Assert.IsTrue(queue.TryPeek(s_payload));
        MicrophoneMessage merged = MicrophoneMessage.Read(s_payload, 0, s_payload.Length);
        Assert.IsTrue(merged.Offset >= 2);
        Assert.AreEqual(100 - merged.Offset, merged.Quietest);
        Assert.AreEqual(40, merged.Clipped);
        Assert.AreEqual(merged.Offset, merged.Lost);
        Assert.IsFalse(merged.IsSilent);
        Assert.IsTrue(merged.HasTone && merged.ToneIsHeard);
        Assert.AreEqual(188, merged.ToneLevel);
        Assert.AreEqual(30, merged.ToneRatio);
    }

    private static void AssertFirst(LabelQueue queue, int sequence)
    {
        Assert.IsTrue(queue.TryPeek(s_payload));
        Assert.AreEqual(sequence, PayloadHeader.ReadSequence(s_payload, 0));
        queue.Remove();
    }

    // As the queue marks how far it has come: all below the one are done, none from the other on was used.
    private static void Mark(int done, int next)
    {
        byte[] record = new byte[LabelQueue.MarkLength];
        for (int index = 0; index < 4; index++)
        {
            record[index] = (byte)(done >> (24 - (8 * index)));
            record[4 + index] = (byte)(next >> (24 - (8 * index)));
        }

        int crc = Crc16.Compute(record, 0, 8);
        record[8] = (byte)(crc >> 8);
        record[9] = (byte)crc;
        s_marks.TryWrite(0, record);
    }

    private static void Clear(int slots)
    {
        s_records = new MemoryRecordStore(slots, LabelQueue.RecordLength);
        s_marks = new MemoryRecordStore(2, LabelQueue.MarkLength);
    }

    private static void Fill(LabelQueue queue, int count)
    {
        LevelsMessage message = new LevelsMessage();
        message.Minutes = 15;
        message.Average = 100;
        for (int index = 0; index < count; index++)
        {
            message.Start = index * 15;
            message.Write(s_payload, 0);
            Assert.IsTrue(queue.Enqueue(s_payload));
        }
    }
}
