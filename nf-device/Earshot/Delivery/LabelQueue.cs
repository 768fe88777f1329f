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

    // Summaries that look for a partner at a time.
    private const int Candidates = 4;

    private readonly QueueMarks _marks;
    private readonly MessageStore _messages;
    private readonly MessageSlots _slots;
    private readonly byte[] _record = new byte[QueueRecord.Length];
    private byte[] _candidates;
    private int _firstOfBoot;
    private int _next;
    // The number from which on summaries may still find a partner.
    private int _mergeFrom;

    /// <summary>Finds what was waiting before the reset.</summary>
    /// <param name="records">Stores messages, <see cref="RecordLength"/> bytes each.</param>
    /// <param name="marks">Stores how far the queue has come, <see cref="MarkLength"/> bytes each, two slots or more.</param>
    public LabelQueue(IRecordStore records, IRecordStore marks)
    {
        _marks = new QueueMarks(marks);
        _messages = new MessageStore(records, _marks);
        _slots = _messages.Slots;
        _next = QueueRecovery.Run(records, _messages, _marks, _record);
        Count = _slots.CountTaken();
        _firstOfBoot = _next;
    }

    /// <summary>How many messages wait.</summary>
    public int Count { get; private set; }

    /// <summary>How many can wait; those beyond what the store holds are lost in a reset.</summary>
    public int Capacity => _messages.Capacity;

    /// <summary>Messages refused since the start, and messages found unreadable.</summary>
    public int Lost { get; private set; }

    /// <summary>Messages that were merged into another one since the start.</summary>
    public int Merged { get; private set; }

    /// <summary>Whether a reset would lose messages, because the store cannot be written.</summary>
    public bool StoreFails => _messages.Fails;

    /// <summary>Numbers a message and takes it in.</summary>
    /// <param name="payload">An uplink of any kind; its sequence is filled in.</param>
    /// <returns>Whether it was accepted.</returns>
    public bool Enqueue(byte[] payload)
    {
        lock (this)
        {
            bool isEvent = PayloadHeader.ReadKind(payload, 0) == PayloadKind.Event;
            int room = QueueRecord.RoomOf(isEvent, Capacity);
            if (Count == 0)
            {
                // Whatever was before is done: numbers go on without end while they are delivered.
                _slots.SetDone(_next);
            }

            if (!_slots.Fits(_next))
            {
                // A receiver could not tell it from the first one. The number is not used up, or no other would ever fit.
                Lost++;
                return false;
            }

            bool isStored = true;
            // Not in a method of its own, whose frame would take heap where it is fullest.
            while (isStored && Count >= room)
            {
                isStored = MergeOldest();
            }

            if (isStored)
            {
                PayloadHeader.WriteSequence(_next, payload, 0);
                QueueRecord.Write(_record, _next, payload, 0, _slots.Done, -1);
                isStored = _messages.Write(_next, _record) >= 0;
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
                int slot = _slots.First();
                if (_messages.TryRead(slot, _record))
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
                int slot = _slots.First();
                _slots.SetDone(_slots.NumberOf(slot) + 1);
                Count--;
                _marks.Write(_slots.Done, _next > _marks.Next ? _next : _marks.Next);
            }
        }
    }

    /// <summary>Gives universal times to the messages of this boot that count from the node's start.</summary>
    /// <param name="startMilliseconds">When the node started, in milliseconds since 2024-01-01 00:00 UTC.</param>
    public void Redate(long startMilliseconds)
    {
        lock (this)
        {
            for (int slot = _slots.Following(_firstOfBoot - 1, MessageSlots.None); slot >= 0; slot = _slots.Following(_slots.NumberOf(slot), slot))
            {
                if (_messages.TryRead(slot, _record) && PayloadDate.TrySet(_record, QueueRecord.Payload, startMilliseconds))
                {
                    slot = Replace(slot, QueueRecord.Merged(_record));
                }
            }

            _firstOfBoot = _next;
        }
    }

    // Whether it is worth while to go on: two messages have become one, or not all have been looked at.
    private bool MergeOldest()
    {
        if (_candidates == null)
        {
            _candidates = new byte[Candidates * PayloadHeader.PayloadLength];
        }

        int[] slots = new int[Candidates];
        int held = 0;
        // Those before the last merge have found no partner then. The walk begins with the first message once more before it is given up.
        int before = _slots.NumberOf(_slots.First());
        before = before < _mergeFrom - 1 ? _mergeFrom - 1 : before;
        for (int slot = _slots.Following(before, MessageSlots.None); slot >= 0; slot = _slots.Following(_slots.NumberOf(slot), slot))
        {
            if (!_messages.TryRead(slot, _record) || !SummaryMerger.CanMerge(PayloadHeader.ReadKind(_record, QueueRecord.Payload)))
            {
                continue;
            }

            for (int index = held > Candidates ? held - Candidates : 0; index < held; index++)
            {
                int earlier = index % Candidates * PayloadHeader.PayloadLength;
                if (PayloadHeader.ReadKind(_candidates, earlier) == PayloadHeader.ReadKind(_record, QueueRecord.Payload)
                    && SummaryMerger.TryMerge(_candidates, earlier, _record, QueueRecord.Payload))
                {
                    _mergeFrom = _slots.NumberOf(slots[held > Candidates ? held % Candidates : 0]);
                    return Merge(slots[index % Candidates], slot);
                }
            }

            Array.Copy(_record, QueueRecord.Payload, _candidates, held % Candidates * PayloadHeader.PayloadLength, PayloadHeader.PayloadLength);
            slots[held % Candidates] = slot;
            held++;
        }

        bool isWhole = _mergeFrom == 0;
        _mergeFrom = 0;
        return !isWhole;
    }

    private bool Merge(int earlier, int later)
    {
        if (Replace(later, _slots.NumberOf(earlier)) == later)
        {
            return false;
        }

        Discard(earlier);
        Merged++;
        return true;
    }

    // Writes the payload in _record under the number of a slot to another slot, and erases the first; returns where it is now.
    private int Replace(int slot, int merged)
    {
        int number = _slots.NumberOf(slot);
        QueueRecord.Write(_record, number, _record, QueueRecord.Payload, _slots.Done, merged);
        int written = _messages.Write(number, _record);
        if (written < 0)
        {
            return slot;
        }

        if (merged >= 0)
        {
            _messages.EraseNumber(merged);
        }

        _messages.Erase(slot);
        return written;
    }

    private void Discard(int slot)
    {
        _slots.Clear(slot);
        Count--;
    }
}
