using System;

namespace Earshot;

/// <summary>
/// Messages that wait to be delivered, in the order of their numbers. A message has its number from the moment it is accepted,
/// and is stored before <see cref="Enqueue"/> returns: after a reset at whatever instant it has the same number still, and no other
/// message ever has it. The first message stays until <see cref="Remove"/> says that it was delivered, and that is stored, too.
/// Safe for one thread that fills and one that empties it.
/// </summary>
/// <remarks>
/// When there is no more room, the oldest summaries are merged with the next of their kind; the first message is left alone,
/// because it may be on its way. Events take three quarters of the room at most. A message for which no room can be made is
/// refused; its number is left out, so that the receiver sees a gap.
/// </remarks>
public sealed class LabelQueue
{
    /// <summary>Bytes of a record in the store for messages.</summary>
    public const int RecordLength = QueueRecord.Length;

    /// <summary>Slots of the store for messages on a node with a file system.</summary>
    public const int NodeSlots = QueueRecord.NodeSlots;

    /// <summary>Bytes of a record in the store for marks.</summary>
    public const int MarkLength = QueueMarks.Length;

    // Messages in memory: all there is when storage is tiny, and what is left when it fails.
    private const int SpareSlots = 16;
    private const int Attempts = 3;
    // How many numbers are marked as used ahead of messages that only memory knows.
    private const int Ahead = 16;
    private const int Free = -1;
    // Summaries that look for a partner at a time.
    private const int Candidates = 4;

    private readonly IRecordStore _store;
    private readonly MemoryRecordStore _spare;
    private readonly QueueMarks _marks;
    private readonly int[] _numbers;
    private readonly byte[] _record = new byte[QueueRecord.Length];
    private byte[] _candidates;
    private int _firstOfBoot;
    private int _next;
    private int _done;
    private int _cursor;
    private bool _storeFails;

    /// <summary>Finds what was waiting before the reset.</summary>
    /// <param name="records">Stores messages, <see cref="RecordLength"/> bytes each.</param>
    /// <param name="marks">Stores how far the queue has come, <see cref="MarkLength"/> bytes each, two slots or more.</param>
    public LabelQueue(IRecordStore records, IRecordStore marks)
    {
        _store = records;
        _spare = new MemoryRecordStore(SpareSlots, QueueRecord.Length);
        _marks = new QueueMarks(marks);
        _numbers = new int[records.Slots + SpareSlots];
        Recover();
        _firstOfBoot = _next;
    }

    /// <summary>How many messages wait.</summary>
    public int Count { get; private set; }

    /// <summary>How many can wait; those beyond what the store holds are lost in a reset.</summary>
    public int Capacity => (_storeFails || UsesSpare ? _numbers.Length : _store.Slots) - QueueRecord.Reserve;

    /// <summary>Messages refused since the start, and messages found unreadable.</summary>
    public int Lost { get; private set; }

    /// <summary>Messages that were merged into another one since the start.</summary>
    public int Merged { get; private set; }

    /// <summary>Whether a reset would lose messages, because the store cannot be written.</summary>
    public bool StoreFails => _storeFails;

    private bool UsesSpare => _store.Slots < SpareSlots;

    /// <summary>Numbers a message and takes it in.</summary>
    /// <param name="payload">An uplink of any kind; its sequence is filled in.</param>
    /// <returns>Whether it was accepted.</returns>
    public bool Enqueue(byte[] payload)
    {
        lock (this)
        {
            bool isEvent = PayloadHeader.ReadKind(payload, 0) == PayloadKind.Event;
            int room = QueueRecord.RoomOf(isEvent, Capacity);
            int number = _next;
            bool isStored = true;
            // Not in a method of its own, whose frame would take heap where it is fullest.
            while (isStored && Count >= room)
            {
                isStored = MergeOldest();
            }

            if (isStored)
            {
                PayloadHeader.WriteSequence(number, payload, 0);
                QueueRecord.Write(_record, number, payload, 0, _done, -1);
                isStored = Store(number) >= 0;
            }

            _next++;
            if (isStored)
            {
                Count++;
            }
            else
            {
                Lost++;
            }

            return isStored;
        }
    }

    /// <summary>Copies the first message.</summary>
    /// <param name="payload">Receives 11 bytes.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryPeek(byte[] payload)
    {
        lock (this)
        {
            while (Count > 0)
            {
                int slot = Following(_done - 1);
                if (TryRead(slot))
                {
                    Array.Copy(_record, QueueRecord.Payload, payload, 0, PayloadHeader.PayloadLength);
                    return true;
                }

                Lost++;
                Discard(slot);
            }

            return false;
        }
    }

    /// <summary>Takes out the first message: it was delivered.</summary>
    public void Remove()
    {
        lock (this)
        {
            if (Count > 0)
            {
                int slot = Following(_done - 1);
                _done = _numbers[slot] + 1;
                Discard(slot);
                _marks.Write(_done, HighestUsed());
            }
        }
    }

    /// <summary>Gives universal times to the messages of this boot that count from the node's start.</summary>
    /// <param name="startMilliseconds">When the node started, in milliseconds since 2024-01-01 00:00 UTC.</param>
    public void Redate(long startMilliseconds)
    {
        lock (this)
        {
            for (int slot = Following(_firstOfBoot - 1); slot >= 0; slot = Following(_numbers[slot], slot))
            {
                if (TryRead(slot) && PayloadDate.TrySet(_record, QueueRecord.Payload, startMilliseconds))
                {
                    slot = Replace(slot, _numbers[slot], QueueRecord.Merged(_record));
                }
            }

            _firstOfBoot = _next;
        }
    }

    private void Recover()
    {
        _done = _marks.Done;
        _next = _marks.Next;
        int damaged = 0;
        for (int slot = 0; slot < _numbers.Length; slot++)
        {
            _numbers[slot] = Free;
            if (slot >= _store.Slots || !_store.TryRead(slot, _record))
            {
                continue;
            }

            if (!QueueRecord.IsSound(_record))
            {
                damaged += QueueRecord.IsBlank(_record) ? 0 : 1;
                continue;
            }

            int number = QueueRecord.Number(_record);
            _numbers[slot] = number;
            if (number >= _next)
            {
                _next = number + 1;
                _cursor = slot + 1;
            }

            int done = QueueRecord.Done(_record);
            _done = done > _done ? done : _done;
        }

        // A record that cannot be read may have been sent under a number that nothing else tells.
        _next += damaged;
        _next = _next < _done ? _done : _next;
        Settle();
        if (damaged > 0 && _marks.Write(_done, _next))
        {
            EraseDamaged();
        }
    }

    // Forgets what was delivered, and finishes what a power failure has interrupted.
    private void Settle()
    {
        for (int slot = 0; slot < _store.Slots; slot++)
        {
            if (_numbers[slot] != Free && _numbers[slot] < _done)
            {
                _numbers[slot] = Free;
            }
        }

        for (int slot = 0; slot < _store.Slots; slot++)
        {
            if (_numbers[slot] == Free || !_store.TryRead(slot, _record))
            {
                continue;
            }

            int number = _numbers[slot];
            int merged = QueueRecord.Merged(_record);
            bool isDated = PayloadHeader.ReadClockIsSet(_record, QueueRecord.Payload);
            for (int other = 0; other < _store.Slots; other++)
            {
                if (other == slot || _numbers[other] == Free)
                {
                    continue;
                }

                bool isSuperseded = merged >= 0 && _numbers[other] == merged;
                if (_numbers[other] == number && _store.TryRead(other, _record))
                {
                    isSuperseded = merged > QueueRecord.Merged(_record)
                        || (merged == QueueRecord.Merged(_record) && (isDated || !PayloadHeader.ReadClockIsSet(_record, QueueRecord.Payload)));
                }

                if (isSuperseded)
                {
                    Erase(other);
                }
            }
        }

        for (int slot = 0; slot < _store.Slots; slot++)
        {
            Count += _numbers[slot] == Free ? 0 : 1;
        }
    }

    private void EraseDamaged()
    {
        for (int slot = 0; slot < _store.Slots; slot++)
        {
            if (_numbers[slot] == Free && _store.TryRead(slot, _record) && !QueueRecord.IsSound(_record) && !QueueRecord.IsBlank(_record))
            {
                Erase(slot);
            }
        }
    }

    private bool MergeOldest()
    {
        if (_candidates == null)
        {
            _candidates = new byte[Candidates * PayloadHeader.PayloadLength];
        }

        int[] slots = new int[Candidates];
        int held = 0;
        int first = Following(_done - 1);
        for (int slot = Following(_numbers[first]); slot >= 0; slot = Following(_numbers[slot], slot))
        {
            if (!TryRead(slot) || !SummaryMerger.CanMerge(PayloadHeader.ReadKind(_record, QueueRecord.Payload)))
            {
                continue;
            }

            for (int index = held > Candidates ? held - Candidates : 0; index < held; index++)
            {
                int earlier = index % Candidates * PayloadHeader.PayloadLength;
                if (PayloadHeader.ReadKind(_candidates, earlier) == PayloadHeader.ReadKind(_record, QueueRecord.Payload)
                    && SummaryMerger.TryMerge(_candidates, earlier, _record, QueueRecord.Payload))
                {
                    return Merge(slots[index % Candidates], slot);
                }
            }

            Array.Copy(_record, QueueRecord.Payload, _candidates, held % Candidates * PayloadHeader.PayloadLength, PayloadHeader.PayloadLength);
            slots[held % Candidates] = slot;
            held++;
        }

        return false;
    }

    private bool Merge(int earlier, int later)
    {
        if (Replace(later, _numbers[later], _numbers[earlier]) == later)
        {
            return false;
        }

        Discard(earlier);
        Merged++;
        return true;
    }

    // Writes the payload in _record under the number of a slot to another slot, and erases the first; returns where it is now.
    private int Replace(int slot, int number, int merged)
    {
        QueueRecord.Write(_record, number, _record, QueueRecord.Payload, _done, merged);
        int written = Store(number);
        if (written < 0)
        {
            return slot;
        }

        if (merged >= 0)
        {
            EraseNumber(merged);
        }

        Erase(slot);
        return written;
    }

    private void EraseNumber(int number)
    {
        for (int slot = 0; slot < _numbers.Length; slot++)
        {
            if (_numbers[slot] == number)
            {
                EraseStored(slot);
            }
        }
    }

    // Writes _record to a free slot and returns it, or −1.
    private int Store(int number)
    {
        for (int attempt = 0; attempt < Attempts && !_storeFails; attempt++)
        {
            int slot = FreeSlot(0, _store.Slots);
            if (slot < 0)
            {
                break;
            }

            if (_store.TryWrite(slot, _record))
            {
                _numbers[slot] = number;
                return slot;
            }

            _storeFails = attempt == Attempts - 1;
        }

        int spare = _storeFails || UsesSpare ? FreeSlot(_store.Slots, _numbers.Length) : -1;
        if (spare >= 0)
        {
            if (number >= _marks.Next)
            {
                _marks.Write(_done, number + Ahead);
            }

            _spare.TryWrite(spare - _store.Slots, _record);
            _numbers[spare] = number;
        }

        return spare;
    }

    private int FreeSlot(int from, int to)
    {
        for (int count = from; count < to; count++)
        {
            int slot = from == 0 ? (_cursor + count) % to : count;
            if (_numbers[slot] == Free)
            {
                if (from == 0)
                {
                    _cursor = slot + 1;
                }

                return slot;
            }
        }

        return -1;
    }

    private int Following(int number) => Following(number, -1);

    // The slot of the lowest number above another one, or −1. It is tried first whether it follows in the store, too.
    private int Following(int number, int slot)
    {
        int best = slot < 0 || slot + 1 >= _store.Slots ? 0 : slot + 1;
        if (slot >= 0 && _numbers[best] == number + 1)
        {
            return best;
        }

        best = -1;
        for (int other = 0; other < _numbers.Length; other++)
        {
            if (_numbers[other] > number && (best < 0 || _numbers[other] < _numbers[best]))
            {
                best = other;
            }
        }

        return best;
    }

    private bool TryRead(int slot)
    {
        bool isThere = slot < _store.Slots ? _store.TryRead(slot, _record) : _spare.TryRead(slot - _store.Slots, _record);
        return isThere && QueueRecord.IsSound(_record) && QueueRecord.Number(_record) == _numbers[slot];
    }

    private void Erase(int slot)
    {
        EraseStored(slot);
        _numbers[slot] = Free;
    }

    private void EraseStored(int slot)
    {
        if (slot < _store.Slots)
        {
            byte[] blank = new byte[QueueRecord.Length];
            _store.TryWrite(slot, blank);
        }
    }

    private void Discard(int slot)
    {
        _numbers[slot] = Free;
        Count--;
    }

    private int HighestUsed() => _next > _marks.Next ? _next : _marks.Next;
}
