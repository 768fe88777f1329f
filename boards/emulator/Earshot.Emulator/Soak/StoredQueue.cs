using Earshot.Emulator.Storage;

namespace Earshot.Emulator.Soak;

/// <summary>Reads the queue's records from the flash, as the node's next start will find them.</summary>
internal sealed class StoredQueue(FlashStorage storage)
{
    private const int Files = QueueRecord.NodeSlots / QueueRecord.PerFile;
    private const int MarkLength = 10;

    private int _latest;

    /// <summary>Whether a sound record of a message is there.</summary>
    public bool Holds(int sequence)
    {
        for (var tried = 0; tried < Files; tried++)
        {
            var number = (_latest + tried) % Files;
            if (Records(number).Any(record => (QueueRecord.Number(record) & 0xFFFF) == sequence))
            {
                _latest = number;
                return true;
            }
        }

        return false;
    }

    /// <summary>The numbers of the messages that wait: sound records that are not marked as delivered.</summary>
    public HashSet<int> Waiting()
    {
        var records = Enumerable.Range(0, Files).SelectMany(Records).ToList();
        var done = Math.Max(MarkedDone(), records.Select(QueueRecord.Done).DefaultIfEmpty(0).Max());
        return [.. records.Select(QueueRecord.Number).Where(number => number >= done).Select(number => number & 0xFFFF)];
    }

    // Of two marks, a torn one does not count.
    private int MarkedDone()
    {
        var content = Read("marks0");
        var done = 0;
        for (var at = 0; at + MarkLength <= content.Length; at += MarkLength)
        {
            if (Crc16.Compute(content, at, MarkLength - 2) == QueueRecord.Pair(content, at + MarkLength - 2))
            {
                done = Math.Max(done, (QueueRecord.Pair(content, at) << 16) | QueueRecord.Pair(content, at + 2));
            }
        }

        return done;
    }

    private IEnumerable<byte[]> Records(int number)
    {
        var content = Read(FormattableString.Invariant($"queue{number}"));
        for (var at = 0; at + QueueRecord.Length <= content.Length; at += QueueRecord.Length)
        {
            var record = content[at..(at + QueueRecord.Length)];
            if (!QueueRecord.IsBlank(record) && QueueRecord.IsSound(record))
            {
                yield return record;
            }
        }
    }

    private byte[] Read(string name)
    {
        try
        {
            return storage.Files.ReadFile($@"\{name}");
        }
        catch (FileStoreException)
        {
            return [];
        }
    }
}
