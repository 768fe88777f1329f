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
