namespace Earshot;

/// <summary>
/// Where messages lie while they wait: in a store that outlives a reset, and in a little memory when that store is tiny or fails.
/// </summary>
internal sealed class MessageStore
{
    // Messages in memory: all there is when storage is tiny, and what is left when it fails.
    private const int SpareSlots = 16;
    private const int Attempts = 3;
    // How many numbers are marked as used ahead of messages that only memory knows.
    private const int Ahead = 16;

    private readonly IRecordStore _store;
    private readonly MemoryRecordStore _spare;
    private readonly QueueMarks _marks;
    private int _cursor;

    /// <summary>Begins with free slots; <see cref="QueueRecovery"/> finds what the store has.</summary>
    public MessageStore(IRecordStore store, QueueMarks marks)
    {
        _store = store;
        _spare = new MemoryRecordStore(SpareSlots, QueueRecord.Length);
        _marks = marks;
        Slots = new MessageSlots(store.Slots, SpareSlots);
    }

    /// <summary>Which message lies in which slot.</summary>
    public MessageSlots Slots { get; }

    /// <summary>How many messages there is room for.</summary>
    public int Capacity => (UsesSpare ? Slots.Length : _store.Slots) - QueueRecord.Reserve;

    /// <summary>Whether the store cannot be written any more.</summary>
    public bool Fails { get; private set; }

    private bool UsesSpare => Fails || _store.Slots < SpareSlots;

    /// <summary>Lets the next message go behind a slot.</summary>
    public void GoOnBehind(int slot)
    {
        _cursor = slot + 1;
    }

    /// <summary>Reads the message of a slot; false when it is not there or damaged.</summary>
    public bool TryRead(int slot, byte[] record)
    {
        bool isThere = slot < _store.Slots ? _store.TryRead(slot, record) : _spare.TryRead(slot - _store.Slots, record);
        return isThere && QueueRecord.IsSound(record) && QueueRecord.Number(record) == Slots.NumberOf(slot);
    }

    /// <summary>Writes a message to a free slot and returns it, or <see cref="MessageSlots.None"/>.</summary>
    public int Write(int number, byte[] record)
    {
        for (int attempt = 0; attempt < Attempts && !Fails; attempt++)
        {
            int slot = Slots.Free(0, _store.Slots, _cursor < _store.Slots ? _cursor : 0);
            if (slot < 0)
            {
                break;
            }

            _cursor = slot + 1;
            if (_store.TryWrite(slot, record))
            {
                Slots.Put(slot, number);
                return slot;
            }

            Fails = attempt == Attempts - 1;
        }

        int spare = UsesSpare ? Slots.Free(_store.Slots, Slots.Length, _store.Slots) : MessageSlots.None;
        if (spare >= 0)
        {
            if (number >= _marks.Next)
            {
                _marks.Write(Slots.Done, number + Ahead);
            }

            _spare.TryWrite(spare - _store.Slots, record);
            Slots.Put(spare, number);
        }

        return spare;
    }

    /// <summary>Takes what a slot holds out of the store, and makes it free.</summary>
    public void Erase(int slot)
    {
        EraseRecord(slot);
        Slots.Clear(slot);
    }

    /// <summary>Takes what a number stands for out of the store; its slot is not free for that.</summary>
    public void EraseNumber(int number)
    {
        for (int slot = Slots.Find(number, 0); slot >= 0; slot = Slots.Find(number, slot + 1))
        {
            EraseRecord(slot);
        }
    }

    private void EraseRecord(int slot)
    {
        if (slot < _store.Slots)
        {
            _store.TryWrite(slot, new byte[QueueRecord.Length]);
        }
    }
}
