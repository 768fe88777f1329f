using System.Buffers.Binary;
using System.Text;

namespace Earshot.Audio.Wav;

/// <summary>Walks the chunks of a RIFF, RF64 or BW64 file (EBU Tech 3306, ITU-R BS.2088) up to its samples.</summary>
internal sealed class WavLayoutReader(Stream stream, string name)
{
    private const uint SizeIsElsewhere = uint.MaxValue;
    private const int ChunkHeaderBytes = 8;

    private WavFormat? _format;
    private ulong? _longDataBytes;

    public WavLayout Read()
    {
        var isLong = ReadFileHeader();
        Span<byte> header = stackalloc byte[ChunkHeaderBytes];
        while (true)
        {
            var remaining = stream.Length - stream.Position;
            if (remaining < ChunkHeaderBytes)
            {
                throw new InputException(
                    name,
                    _format is null ? "it ends before a fmt chunk." : "it ends before a data chunk; there is only a header.",
                    "Record, copy or download the file again.");
            }

            stream.ReadExactly(header);
            var identifier = Encoding.Latin1.GetString(header[..4]);
            var size = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
            remaining -= ChunkHeaderBytes;
            if (identifier == "data")
            {
                var bytes = isLong && size == SizeIsElsewhere ? _longDataBytes ?? size : size;
                return Locate(bytes, remaining);
            }

            if (size > remaining)
            {
                throw Truncated($"its chunk '{Printable(identifier)}'", size, remaining);
            }

            ReadChunk(identifier, size, isLong);
        }
    }

    private bool ReadFileHeader()
    {
        const int FileHeaderBytes = 12;
        if (stream.Length == 0)
        {
            throw new InputException(name, "it is empty (0 bytes).", "Record, copy or download the file again.");
        }

        if (stream.Length < FileHeaderBytes)
        {
            throw Truncated("the RIFF header", FileHeaderBytes, stream.Length);
        }

        Span<byte> header = stackalloc byte[FileHeaderBytes];
        stream.ReadExactly(header);
        var isLong = header[..4].SequenceEqual("RF64"u8) || header[..4].SequenceEqual("BW64"u8);
        if ((!isLong && !header[..4].SequenceEqual("RIFF"u8)) || !header[8..].SequenceEqual("WAVE"u8))
        {
            throw new InputException(
                name,
                "it is not a WAV file (it does not begin with RIFF, RF64 or BW64 and WAVE).",
                "Give a WAV file; convert other formats, for example: ffmpeg -i input -c:a pcm_s16le output.wav");
        }

        return isLong;
    }

    private void ReadChunk(string identifier, uint size, bool isLong)
    {
        var next = stream.Position + size + (size & 1);
        if (identifier == "fmt " && _format is null)
        {
            var chunk = new byte[Math.Min(size, WavFormatChunk.ExtensibleBytes)];
            stream.ReadExactly(chunk);
            _format = WavFormatChunk.Parse(name, chunk);
        }
        else if (identifier == "ds64" && isLong && size >= 16)
        {
            var chunk = new byte[16];
            stream.ReadExactly(chunk);
            _longDataBytes = BinaryPrimitives.ReadUInt64LittleEndian(chunk.AsSpan(8));
        }

        stream.Position = Math.Min(next, stream.Length);
    }

    private WavLayout Locate(ulong bytes, long remaining)
    {
        if (_format is null)
        {
            throw new InputException(
                name, "its data chunk comes before a fmt chunk.", "Save the sound again as a PCM WAV file.");
        }

        if (bytes > (ulong)remaining)
        {
            throw Truncated("its data chunk", bytes, remaining);
        }

        var frames = (long)bytes / _format.BytesPerFrame;
        return frames > 0
            ? new WavLayout(_format, stream.Position, frames)
            : throw new InputException(
                name, $"its data chunk holds no sample ({bytes} bytes).", "Record, copy or download the file again.");
    }

    private InputException Truncated(string part, ulong expected, long actual) => new(
        name,
        $"{part} should have {expected} bytes but only {actual} follow; the file is cut short.",
        "Copy or download it again.");

    private InputException Truncated(string part, int expected, long actual) => Truncated(part, (ulong)expected, actual);

    private static string Printable(string identifier) =>
        string.Concat(identifier.Select(character => char.IsAsciiLetterOrDigit(character) || character == ' ' ? character : '?'));
}
