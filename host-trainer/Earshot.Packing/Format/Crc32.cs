namespace Earshot.Packing.Format;

/// <summary>CRC-32 of IEEE 802.3, as zlib computes it.</summary>
internal static class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    public static uint Start => 0xFFFFFFFF;

    public static uint Append(uint state, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            state = (state >> 8) ^ Table[(state ^ value) & 0xFF];
        }

        return state;
    }

    public static uint Finish(uint state) => state ^ 0xFFFFFFFF;

    private static uint Entry(int index)
    {
        var value = (uint)index;
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value >> 1) ^ ((value & 1) == 0 ? 0 : 0xEDB88320);
        }

        return value;
    }
}
