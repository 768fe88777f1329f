namespace Earshot;

/// <summary>
/// A few records of one length that outlive a reset. A power failure may tear the record that is being written, so that it reads
/// as nothing sensible afterwards; it harms no other record. No member throws.
/// </summary>
public interface IRecordStore
{
    /// <summary>How many records there is room for.</summary>
    int Slots { get; }

    /// <summary>Bytes of a record.</summary>
    int RecordLength { get; }

    /// <summary>Reads a record.</summary>
    /// <param name="slot">Which, 0 to <see cref="Slots"/> − 1.</param>
    /// <param name="record">Receives <see cref="RecordLength"/> bytes.</param>
    /// <returns>Whether there was something; whether it makes sense, its checksum tells.</returns>
    bool TryRead(int slot, byte[] record);

    /// <summary>Writes a record over whatever was there.</summary>
    /// <param name="slot">Which, 0 to <see cref="Slots"/> − 1.</param>
    /// <param name="record">The first <see cref="RecordLength"/> bytes count.</param>
    /// <returns>Whether it is there to stay; not when the storage is full, broken or absent.</returns>
    bool TryWrite(int slot, byte[] record);
}
