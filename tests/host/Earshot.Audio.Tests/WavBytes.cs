using System.Text;

namespace Earshot.Audio.Tests;

/// <summary>Builds WAV files, good and bad ones, byte by byte.</summary>
internal sealed class WavBytes
{
    public ushort Code { get; init; } = 1;

    public ushort Channels { get; init; } = 1;

    public uint SampleRate { get; init; } = 16_000;

    public ushort Bits { get; init; } = 16;

    public ushort? BlockAlign { get; init; }

    public ushort? ExtensibleCode { get; init; }

    public byte SubFormatTail { get; init; } = 0x71;

    public byte[] Data { get; init; } = [];

    public long? DataBytes { get; init; }

    public bool Long { get; init; }

    public bool ExtraChunk { get; init; }

    public byte[] Build()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Encoding.ASCII.GetBytes(Long ? "RF64" : "RIFF"));
        writer.Write(Long ? uint.MaxValue : (uint)(36 + Data.Length));
        writer.Write("WAVE"u8);
        if (Long)
        {
            writer.Write("ds64"u8);
            writer.Write(28u);
            writer.Write(0L);
            writer.Write(DataBytes ?? Data.Length);
            writer.Write(0L);
            writer.Write(0u);
        }

        WriteFormat(writer);
        if (ExtraChunk)
        {
            writer.Write("LIST"u8);
            writer.Write(3u);
            writer.Write("abc\0"u8);
        }

        writer.Write("data"u8);
        writer.Write(Long ? uint.MaxValue : (uint)(DataBytes ?? Data.Length));
        writer.Write(Data);
        return stream.ToArray();
    }

    private void WriteFormat(BinaryWriter writer)
    {
        var align = BlockAlign ?? (ushort)(Channels * Bits / 8);
        writer.Write("fmt "u8);
        writer.Write(ExtensibleCode is null ? 16u : 40u);
        writer.Write(ExtensibleCode is null ? Code : (ushort)0xFFFE);
        writer.Write(Channels);
        writer.Write(SampleRate);
        writer.Write(SampleRate * align);
        writer.Write(align);
        writer.Write(Bits);
        if (ExtensibleCode is { } code)
        {
            writer.Write((ushort)22);
            writer.Write(Bits);
            writer.Write(0u);
            writer.Write(code);
            writer.Write((byte[])[0, 0, 0, 0, 16, 0, 128, 0, 0, 170, 0, 56, 155, SubFormatTail]);
        }
    }
}
