namespace Earshot.Delivery.Tests;

/// <summary>A store whose writes are torn by power failures, that may have bad slots, and that survives both.</summary>
public sealed class TornStore(int slots, int recordLength, PowerSupply supply, Random random) : IRecordStore
{
    private readonly byte[][] _records = new byte[slots][];

    public int Slots => slots;

    public int RecordLength => recordLength;

    public bool IsBroken { get; set; }

    public int Writes { get; private set; }

    public bool TryRead(int slot, byte[] record)
    {
        if (_records[slot] is not { } found)
        {
            return false;
        }

        found.CopyTo(record, 0);
        return true;
    }

    public bool TryWrite(int slot, byte[] record)
    {
        if (IsBroken)
        {
            return false;
        }

        Writes++;
        var done = supply.BytesOf(recordLength);
        if (done == recordLength)
        {
            _records[slot] = record[..recordLength];
            return true;
        }

        if (done >= 0)
        {
            // Before it is programmed it was erased; the byte that was being programmed is anything.
            var torn = new byte[recordLength];
            Array.Fill(torn, (byte)(random.Next(2) * 255));
            record.AsSpan(0, done).CopyTo(torn);
            torn[Math.Min(done, recordLength - 1)] ^= (byte)random.Next(256);
            _records[slot] = torn;
        }

        throw new PowerFailure();
    }

    public void FlipBit(int slot, int bit)
    {
        if (_records[slot] is { } record)
        {
            record[bit / 8 % recordLength] ^= (byte)(1 << (bit % 8));
        }
    }
}
