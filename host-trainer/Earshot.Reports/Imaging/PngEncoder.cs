using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Earshot.Reports.Imaging;

/// <summary>Writes images with a palette as PNG (ISO/IEC 15948).</summary>
internal static class PngEncoder
{
    private const int BitsPerPixel = 8;
    private const int PaletteColor = 3;

    /// <summary>Encodes an image.</summary>
    /// <param name="width">Width in pixels.</param>
    /// <param name="pixels">A palette index for each pixel, row by row from the top.</param>
    /// <param name="palette">Red, green and blue of up to 256 colours.</param>
    public static byte[] Encode(int width, ReadOnlySpan<byte> pixels, ReadOnlySpan<(byte Red, byte Green, byte Blue)> palette)
    {
        var height = pixels.Length / width;
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = BitsPerPixel;
        header[9] = PaletteColor;
        WriteChunk(png, "IHDR"u8, header);
        var colors = new byte[3 * palette.Length];
        for (var i = 0; i < palette.Length; i++)
        {
            (colors[3 * i], colors[(3 * i) + 1], colors[(3 * i) + 2]) = palette[i];
        }

        WriteChunk(png, "PLTE"u8, colors);
        WriteChunk(png, "IDAT"u8, Compress(width, pixels));
        WriteChunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static byte[] Compress(int width, ReadOnlySpan<byte> pixels)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var start = 0; start < pixels.Length; start += width)
            {
                // Each row begins with its filter; none suits indices into a palette.
                zlib.WriteByte(0);
                zlib.Write(pixels.Slice(start, width));
            }
        }

        return packed.ToArray();
    }

    private static void WriteChunk(Stream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);
        var crc = new Crc32();
        crc.Append(type);
        crc.Append(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, crc.GetCurrentHashAsUInt32());
        png.Write(number);
    }
}
