namespace Earshot;

/// <summary>
/// A message as the queue stores it: high 16 bits of its number, the 11 bytes of the payload (which hold the low 16 bits), how
/// far all that is done lies behind the number, how far the message lies behind that was merged into it (0: none), CRC-16.
/// </summary>
internal static class QueueRecord
{
    /// <summary>Bytes of a record.</summary>
    public const int Length = 19;

    /// <summary>Records of a node with a file system.</summary>
    public const int NodeSlots = 512;

    /// <summary>Records that share a file.</summary>
    public const int PerFile = 16;

    /// <summary>Free records that are kept for what merging writes before it erases.</summary>
    public const int Reserve = 1;

    private const int PayloadOffset = 2;
    private const int DoneOffset = PayloadOffset + PayloadHeader.PayloadLength;
    private const int MergedOffset = DoneOffset + 2;
    private const int ChecksumOffset = MergedOffset + 2;

    /// <summary>Where the payload begins.</summary>
    public static int Payload => PayloadOffset;

    /// <summary>How many messages may wait when another one is accepted as it is: events leave a quarter to the others.</summary>
    public static int RoomOf(bool isEvent, int capacity) => isEvent && capacity >= 4 ? capacity - (capacity / 4) : capacity;

    public static void Write(byte[] record, int number, byte[] payload, int payloadOffset, int done, int merged)
    {
        PutPair(record, 0, number >> 16);
        for (int index = 0; index < PayloadHeader.PayloadLength; index++)
        {
            record[PayloadOffset + index] = payload[payloadOffset + index];
        }

        PayloadHeader.WriteSequence(number, record, PayloadOffset);
        PutPair(record, DoneOffset, Limit(number - done));
        PutPair(record, MergedOffset, merged < 0 ? 0 : Limit(number - merged));
        PutPair(record, ChecksumOffset, Crc16.Compute(record, 0, ChecksumOffset));
    }

    public static bool IsSound(byte[] record)
    {
        return Crc16.Compute(record, 0, ChecksumOffset) == Pair(record, ChecksumOffset) && record[0] < 128;
    }

    /// <summary>Whether a record was never written, or was erased.</summary>
    public static bool IsBlank(byte[] record)
    {
        byte first = record[0];
        for (int index = 0; index < Length; index++)
        {
            if (record[index] != first)
            {
                return false;
            }
        }

        return first == 0 || first == 255;
    }

    public static int Number(byte[] record) => (Pair(record, 0) << 16) | PayloadHeader.ReadSequence(record, PayloadOffset);

    public static int Done(byte[] record) => Number(record) - Pair(record, DoneOffset);

    /// <summary>Number of the message that was merged into this one, or −1.</summary>
    public static int Merged(byte[] record)
    {
        int distance = Pair(record, MergedOffset);
        return distance == 0 ? -1 : Number(record) - distance;
    }

    public static void PutPair(byte[] record, int offset, int value)
    {
        record[offset] = (byte)(value >> 8);
        record[offset + 1] = (byte)value;
    }

    public static int Pair(byte[] record, int offset) => (record[offset] << 8) | record[offset + 1];

    private static int Limit(int distance) => distance > 65535 ? 65535 : distance;
}
