using System;

namespace Earshot;

/// <summary>
/// Records in the managed heap: for boards without storage, and for when storage fails. A reset loses them. They take memory from
/// the first one on.
/// </summary>
public sealed class MemoryRecordStore : IRecordStore
{
    private byte[] _bytes;
    private bool[] _isWritten;

    /// <summary>Makes room for records.</summary>
    public MemoryRecordStore(int slots, int recordLength)
    {
        Slots = slots;
        RecordLength = recordLength;
    }

    /// <inheritdoc/>
    public int Slots { get; }

    /// <inheritdoc/>
    public int RecordLength { get; }

    /// <inheritdoc/>
    public bool TryRead(int slot, byte[] record)
    {
        if (_isWritten == null || !_isWritten[slot])
        {
            return false;
        }

        Array.Copy(_bytes, slot * RecordLength, record, 0, RecordLength);
        return true;
    }

    /// <inheritdoc/>
    public bool TryWrite(int slot, byte[] record)
    {
        if (_isWritten == null)
        {
            _bytes = new byte[Slots * RecordLength];
            _isWritten = new bool[Slots];
        }

        Array.Copy(record, 0, _bytes, slot * RecordLength, RecordLength);
        _isWritten[slot] = true;
        return true;
    }
}
