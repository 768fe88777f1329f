using System;

namespace Earshot;

/// <summary>The little that a node remembers of itself over resets: the model it refused, and until when it sleeps.</summary>
public sealed class NodeMemory
{
    /// <summary>Bytes of a record.</summary>
    public const int RecordLength = 16;

    private const int ChecksumAt = RecordLength - 2;
    private const long TicksPerSecond = 10000000;

    private static readonly long Epoch = new DateTime(2024, 1, 1).Ticks;

    private readonly IRecordStore _store;
    private readonly byte[] _record = new byte[RecordLength];
    private int _slot;
    private int _generation;

    /// <summary>Reads what is remembered.</summary>
    /// <param name="store">Two slots of <see cref="RecordLength"/> bytes.</param>
    public NodeMemory(IRecordStore store)
    {
        _store = store;
        bool isFound = false;
        for (int slot = 0; slot < store.Slots; slot++)
        {
            if (!store.TryRead(slot, _record) || Crc16.Compute(_record, 0, ChecksumAt) != QueueRecord.Pair(_record, ChecksumAt))
            {
                continue;
            }

            if (!isFound || (byte)(_record[0] - _generation) < 128)
            {
                isFound = true;
                _slot = slot;
                _generation = _record[0];
                TrialStarts = _record[1];
                RefusedModel = Number(2);
                TriedModel = Number(6);
                SleepUntil = Number(10) == 0 ? 0 : Epoch + (Number(10) * TicksPerSecond);
            }
        }
    }

    /// <summary>Fingerprint of the deployed model that was refused; 0 when none was.</summary>
    public int RefusedModel { get; set; }

    /// <summary>Fingerprint of the deployed model that is being tried; 0 when none is.</summary>
    public int TriedModel { get; set; }

    /// <summary>How often the node has started with <see cref="TriedModel"/> without getting it to work.</summary>
    public int TrialStarts { get; set; }

    /// <summary>When standby ends, in ticks of the board's clock, kept to the second; 0 when the node is to be awake.</summary>
    public long SleepUntil { get; set; }

    /// <summary>Stores all of it; returns whether it will be there after a reset.</summary>
    public bool Save()
    {
        if (_store.Slots < 2)
        {
            return false;
        }

        _generation = (_generation + 1) & 255;
        _record[0] = (byte)_generation;
        _record[1] = (byte)(TrialStarts > 255 ? 255 : TrialStarts);
        PutNumber(2, RefusedModel);
        PutNumber(6, TriedModel);
        PutNumber(10, SleepUntil == 0 ? 0 : (int)((SleepUntil - Epoch) / TicksPerSecond));
        QueueRecord.PutPair(_record, ChecksumAt, Crc16.Compute(_record, 0, ChecksumAt));
        _slot = 1 - _slot;
        return _store.TryWrite(_slot, _record);
    }

    private int Number(int offset) => (QueueRecord.Pair(_record, offset) << 16) | QueueRecord.Pair(_record, offset + 2);

    private void PutNumber(int offset, int value)
    {
        QueueRecord.PutPair(_record, offset, value >> 16);
        QueueRecord.PutPair(_record, offset + 2, value);
    }
}
