using System;

namespace Earshot;

/// <summary>Records in the managed heap: for boards without storage, and for when storage fails. A reset loses them.</summary>
public sealed class MemoryRecordStore : IRecordStore
{
    private readonly byte[] _bytes;
    private readonly bool[] _isWritten;

    /// <summary>Makes room for records.</summary>
    public MemoryRecordStore(int slots, int recordLength)
    {
        Slots = slots;
        RecordLength = recordLength;
        _bytes = new byte[slots * recordLength];
        _isWritten = new bool[slots];
    }

    /// <inheritdoc/>
    public int Slots { get; }

    /// <inheritdoc/>
    public int RecordLength { get; }

    /// <inheritdoc/>
    public bool TryRead(int slot, byte[] record)
    {
        Array.Copy(_bytes, slot * RecordLength, record, 0, RecordLength);
        return _isWritten[slot];
    }

    /// <inheritdoc/>
    public bool TryWrite(int slot, byte[] record)
    {
        Array.Copy(record, 0, _bytes, slot * RecordLength, RecordLength);
        _isWritten[slot] = true;
        return true;
    }
}
