namespace Earshot;

/// <summary>
/// Remembers how far the queue has come: all numbers below <see cref="Done"/> were delivered, none from <see cref="Next"/> on was
/// ever used. Each change goes to the slot that was not written longest, so that a torn one leaves the one before.
/// </summary>
internal sealed class QueueMarks
{
    /// <summary>Bytes of a record.</summary>
    public const int Length = 10;

    private readonly IRecordStore _store;
    private readonly byte[] _record = new byte[Length];
    private int _slot;

    public QueueMarks(IRecordStore store)
    {
        _store = store;
        for (int slot = 0; slot < store.Slots; slot++)
        {
            if (store.TryRead(slot, _record) && Crc16.Compute(_record, 0, 8) == QueueRecord.Pair(_record, 8))
            {
                int done = Number(0);
                int next = Number(4);
                if (done > Done || next > Next)
                {
                    _slot = slot;
                    Done = done > Done ? done : Done;
                    Next = next > Next ? next : Next;
                }
            }
        }
    }

    public int Done { get; private set; }

    public int Next { get; private set; }

    public bool Write(int done, int next)
    {
        Done = done;
        Next = next;
        PutNumber(0, done);
        PutNumber(4, next);
        QueueRecord.PutPair(_record, 8, Crc16.Compute(_record, 0, 8));
        // A slot that cannot be written is not the end while there is another.
        for (int attempt = 0; attempt < 2 && _store.Slots > 1; attempt++)
        {
            _slot = (_slot + 1) % _store.Slots;
            if (_store.TryWrite(_slot, _record))
            {
                return true;
            }
        }

        return false;
    }

    private int Number(int offset) => (QueueRecord.Pair(_record, offset) << 16) | QueueRecord.Pair(_record, offset + 2);

    private void PutNumber(int offset, int value)
    {
        QueueRecord.PutPair(_record, offset, value >> 16);
        QueueRecord.PutPair(_record, offset + 2, value);
    }
}
