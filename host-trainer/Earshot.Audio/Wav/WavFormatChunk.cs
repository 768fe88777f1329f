using System.Buffers.Binary;

namespace Earshot.Audio.Wav;

/// <summary>Checks a <c>fmt</c> chunk (Microsoft, "Multimedia Programming Interface and Data Specifications 1.0" and
/// the WAVEFORMATEXTENSIBLE documentation).</summary>
internal static class WavFormatChunk
{
    public const int MinimumBytes = 16;
    public const int ExtensibleBytes = 40;
    private const int Extensible = 0xFFFE;

    // The part of KSDATAFORMAT_SUBTYPE_* after the 16-bit format code.
    private static ReadOnlySpan<byte> SubFormatTail => [0, 0, 0, 0, 16, 0, 128, 0, 0, 170, 0, 56, 155, 113];

    public static WavFormat Parse(string name, ReadOnlySpan<byte> chunk)
    {
        if (chunk.Length < MinimumBytes)
        {
            throw Error(name, $"the fmt chunk has {chunk.Length} bytes instead of at least {MinimumBytes}.");
        }

        int code = BinaryPrimitives.ReadUInt16LittleEndian(chunk);
        int channels = BinaryPrimitives.ReadUInt16LittleEndian(chunk[2..]);
        long rate = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
        int blockAlign = BinaryPrimitives.ReadUInt16LittleEndian(chunk[12..]);
        int bits = BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]);
        if (code == Extensible)
        {
            code = SubFormat(name, chunk);
        }

        var encoding = Encoding(name, code, bits);
        if (channels == 0)
        {
            throw Error(name, "the fmt chunk's field 'channels' is 0.");
        }

        if (!SampleRates.Accepts(rate))
        {
            throw Error(
                name,
                $"the fmt chunk's field 'sample rate' is {rate} Hz; {SampleRates.Lowest} to {SampleRates.Highest} Hz can be read.");
        }

        var format = new WavFormat(encoding, channels, (int)rate, bits);
        if (blockAlign != format.BytesPerFrame)
        {
            throw Error(
                name,
                $"the fmt chunk's field 'block align' is {blockAlign}, but {channels} channels of {bits} bits take {format.BytesPerFrame} bytes.");
        }

        return format;
    }

    private static int SubFormat(string name, ReadOnlySpan<byte> chunk)
    {
        if (chunk.Length < ExtensibleBytes)
        {
            throw Error(
                name,
                $"the fmt chunk is of the extensible kind but has {chunk.Length} bytes instead of {ExtensibleBytes}.");
        }

        if (!chunk[26..ExtensibleBytes].SequenceEqual(SubFormatTail))
        {
            throw Unsupported(name, "an unknown codec (the fmt chunk's field 'sub-format')");
        }

        return BinaryPrimitives.ReadUInt16LittleEndian(chunk[24..]);
    }

    private static WavEncoding Encoding(string name, int code, int bits) => (code, bits) switch
    {
        ((int)WavEncoding.Integer, 8 or 16 or 24 or 32) => WavEncoding.Integer,
        ((int)WavEncoding.Float, 32 or 64) => WavEncoding.Float,
        ((int)WavEncoding.Integer, _) => throw Unsupported(name, $"integers of {bits} bits"),
        ((int)WavEncoding.Float, _) => throw Unsupported(name, $"floating point of {bits} bits"),
        (0x0002, _) => throw Unsupported(name, "the codec Microsoft ADPCM"),
        (0x0006, _) => throw Unsupported(name, "the codec A-law"),
        (0x0007, _) => throw Unsupported(name, "the codec µ-law"),
        (0x0011, _) => throw Unsupported(name, "the codec IMA ADPCM"),
        (0x0031, _) => throw Unsupported(name, "the codec GSM 6.10"),
        (0x0055, _) => throw Unsupported(name, "the codec MP3"),
        _ => throw Unsupported(name, $"an unknown codec (the fmt chunk's field 'format' is 0x{code:X4})"),
    };

    private static InputException Unsupported(string name, string what) => new(
        name,
        $"it stores {what}, which is not read.",
        "Convert it to PCM of 8, 16, 24 or 32 bits or to float, for example: ffmpeg -i input.wav -c:a pcm_s16le output.wav");

    private static InputException Error(string name, string problem) => new(
        name, problem, "Save the sound again as a PCM WAV file.");
}
