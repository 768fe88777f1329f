namespace Earshot.Packing.Format;

/// <summary>The constants of format version 1 (docs/model-pack.md).</summary>
internal static class PackLayout
{
    public const uint Version = 1;
    public const int HeaderBytes = 128;
    public const int FrontEndBytes = 64;
    public const int ClassBytes = 16;
    public const int TensorBytes = 24;
    public const int LayerBytes = 64;
    public const int TriangleBytes = 16;
    public const int SizeAt = 12;
    public const int CrcAt = 16;
    public const ushort NoTensor = 65535;

    public static ReadOnlySpan<byte> Magic => "EARSHOT\0"u8;

    /// <summary>The CRC of a pack: everything but the CRC field.</summary>
    public static uint Crc(ReadOnlySpan<byte> pack) =>
        Crc32.Finish(Crc32.Append(Crc32.Append(Crc32.Start, pack[..CrcAt]), pack[(CrcAt + 4)..]));
}
