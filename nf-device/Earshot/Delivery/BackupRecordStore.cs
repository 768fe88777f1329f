using System;
using nanoFramework.Hardware.Stm32;

namespace Earshot;

/// <summary>
/// Records in the backup memory, which lives on the backup battery and never wears out. There is little of it: 80 bytes on an
/// STM32F411 (RM0383, 17.6.20: 20 backup registers).
/// </summary>
public sealed class BackupRecordStore : IRecordStore
{
    private const int RegisterBytes = 4;

    private readonly int _position;
    private readonly int _stride;
    private readonly byte[] _buffer;

    /// <summary>Takes a part of the backup memory.</summary>
    /// <param name="position">Where it begins, in bytes: at a register, a multiple of 4.</param>
    /// <param name="slots">How many records; fewer when the memory ends before.</param>
    /// <param name="recordLength">Bytes of a record.</param>
    public BackupRecordStore(int position, int slots, int recordLength)
    {
        // Whole registers: of three bytes that begin one, the firmware of 1.17 writes only the first.
        _stride = StrideOf(recordLength);
        int fitting = (BackupMemory.Size - position) / _stride;
        Slots = fitting < 0 ? 0 : fitting < slots ? fitting : slots;
        RecordLength = recordLength;
        _position = position;
        _buffer = new byte[_stride];
    }

    /// <summary>Bytes that a record takes.</summary>
    public static int StrideOf(int recordLength) => (recordLength + RegisterBytes - 1) / RegisterBytes * RegisterBytes;

    /// <inheritdoc/>
    public int Slots { get; }

    /// <inheritdoc/>
    public int RecordLength { get; }

    /// <inheritdoc/>
    public bool TryRead(int slot, byte[] record)
    {
        try
        {
            BackupMemory.ReadBytes((uint)(_position + (slot * _stride)), _buffer);
            Array.Copy(_buffer, record, RecordLength);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public bool TryWrite(int slot, byte[] record)
    {
        try
        {
            Array.Copy(record, _buffer, RecordLength);
            BackupMemory.WriteBytes((uint)(_position + (slot * _stride)), _buffer);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }
}
