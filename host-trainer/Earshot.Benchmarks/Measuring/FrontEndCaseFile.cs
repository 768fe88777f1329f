using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Earshot.Native;

namespace Earshot.Benchmarks.Measuring;

/// <summary>
/// Writes what the front-end image holds: one case of <c>tests/cortex-m/image/front_ends.h</c> (header, tables, sound, a hash of
/// what this machine computes of it), and the header of zeros that ends the cases.
/// </summary>
internal static class FrontEndCaseFile
{
    /// <summary>The case's name, with which every line of the image's report begins.</summary>
    internal const string Name = "front-end";

    private const int HeaderBytes = 128;
    private const int NameAt = 16;
    private const int RecordAt = 64;
    private const int Frames = 12;

    /// <summary>Makes the file. The sound is random and seeded, and goes from loud to silent.</summary>
    internal static byte[] Create(FrontEndTables tables)
    {
        var sound = Sound(tables);
        var bytes = new List<byte>(new byte[HeaderBytes]);
        var window = Append(bytes, MemoryMarshal.AsBytes(tables.Window.AsSpan()));
        var triangles = Append(bytes, MemoryMarshal.AsBytes(tables.Triangles.AsSpan()));
        var means = Append(bytes, MemoryMarshal.AsBytes(tables.Means.AsSpan()));
        var multipliers = Append(bytes, MemoryMarshal.AsBytes(tables.Multipliers.AsSpan()));
        var samples = Append(bytes, MemoryMarshal.AsBytes(sound.AsSpan()));
        var size = bytes.Count;
        var file = new byte[size + HeaderBytes];
        bytes.CopyTo(file);

        var header = file.AsSpan(0, RecordAt);
        U32(header, size);
        U32(header[4..], samples);
        U32(header[8..], sound.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[12..], Expected(tables, sound));
        Encoding.ASCII.GetBytes(Name, header[NameAt..]);

        var record = file.AsSpan(RecordAt, HeaderBytes - RecordAt);
        U16(record, (int)tables.Kind);
        U16(record[2..], (int)tables.Normalisation);
        U32(record[4..], tables.SampleRate);
        U16(record[8..], tables.FrameSamples);
        U16(record[10..], tables.HopSamples);
        U16(record[12..], tables.FftSize);
        U16(record[14..], tables.BandCount);
        U32(record[16..], tables.LogOffset);
        record[20] = (byte)tables.Shift;
        record[21] = unchecked((byte)tables.ZeroPoint);
        U16(record[22..], tables.Triangles.Length);
        U32(record[24..], tables.LevelStart);
        BinaryPrimitives.WriteUInt32LittleEndian(record[28..], tables.LevelRate);
        U32(record[32..], window);
        U32(record[36..], triangles);
        U16(record[40..], tables.FirstBand);
        U32(record[44..], tables.LogFloor);
        U32(record[48..], tables.LevelOffset);
        U32(record[52..], means);
        U32(record[56..], multipliers);
        return file;
    }

    /// <summary>FNV-1a over each frame's features and log-mel values in turn, then its level, as the image computes it.</summary>
    private static uint Expected(FrontEndTables tables, short[] sound)
    {
        using var frontEnd = new FrontEnd(tables);
        var frames = frontEnd.Compute(sound);
        var state = 2166136261u;
        for (var frame = 0; frame < frames.Frames; frame++)
        {
            for (var value = frame * frames.Bands; value < (frame + 1) * frames.Bands; value++)
            {
                Hash(frames.Features[value]);
                Hash(frames.LogMel[value]);
            }

            Hash(frames.Levels[frame]);
        }

        return state;

        void Hash(int value) => state = unchecked((state ^ (uint)value) * 16777619u);
    }

    private static short[] Sound(FrontEndTables tables)
    {
        var random = new Random(tables.FftSize);
        var sound = new short[tables.FrameSamples + (Frames - 1) * tables.HopSamples];
        for (var index = 0; index < sound.Length; index++)
        {
            var loudness = short.MaxValue >> (16 * index / sound.Length);
            sound[index] = (short)random.Next(-loudness, loudness + 1);
        }

        return sound;
    }

    private static int Append(List<byte> bytes, ReadOnlySpan<byte> table)
    {
        const int Alignment = 16;
        var at = bytes.Count;
        bytes.AddRange(table);
        bytes.AddRange(new byte[(Alignment - bytes.Count % Alignment) % Alignment]);
        return at;
    }

    private static void U16(Span<byte> at, int value) => BinaryPrimitives.WriteUInt16LittleEndian(at, checked((ushort)value));

    private static void U32(Span<byte> at, int value) => BinaryPrimitives.WriteInt32LittleEndian(at, value);
}
