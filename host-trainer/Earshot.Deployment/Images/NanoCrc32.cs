namespace Earshot.Deployment.Images;

/// <summary>nanoCLR's checksum: CRC-32 of polynomial 0x04C11DB7, most significant bit first, from 0, without final inversion.</summary>
internal static class NanoCrc32
{
    /// <summary>The checksum of some bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        foreach (var next in bytes)
        {
            sum ^= (uint)next << 24;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 0x8000_0000) != 0 ? (sum << 1) ^ 0x04C1_1DB7 : sum << 1;
            }
        }

        return sum;
    }
}
