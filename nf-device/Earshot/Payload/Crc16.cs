namespace Earshot;

/// <summary>CRC-16/CCITT-FALSE: polynomial 0x1021, start 0xFFFF, most significant bit first.</summary>
public static class Crc16
{
    /// <summary>Computes the checksum of part of an array.</summary>
    public static int Compute(byte[] bytes, int offset, int length)
    {
        int crc = 0xFFFF;
        for (int index = 0; index < length; index++)
        {
            crc ^= bytes[offset + index] << 8;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 0x8000) != 0 ? (crc << 1) ^ 0x1021 : crc << 1;
            }

            crc &= 0xFFFF;
        }

        return crc;
    }
}
