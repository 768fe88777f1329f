using System.Buffers.Binary;

namespace Earshot.Audio.Wav;

/// <summary>Writes mono WAV files of 16 bits.</summary>
public static class WavWriter
{
    private const int HeaderBytes = 44;

    /// <summary>Writes a file completely or not at all, creating its folder.</summary>
    /// <param name="path">The file.</param>
    /// <param name="samples">The samples.</param>
    /// <param name="sampleRate">Samples per second, in Hz.</param>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<short> samples, int sampleRate) =>
        AtomicFile.WriteAllBytes(path, ToBytes(samples, sampleRate));

    /// <summary>The bytes of the file.</summary>
    /// <param name="samples">The samples, at most 1 073 741 000 of them.</param>
    /// <param name="sampleRate">Samples per second, in Hz.</param>
    public static byte[] ToBytes(ReadOnlySpan<short> samples, int sampleRate)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(samples.Length, 1_073_741_000);
        const int BytesPerSample = sizeof(short);
        var dataBytes = samples.Length * BytesPerSample;
        var file = new byte[HeaderBytes + dataBytes];
        var span = file.AsSpan();
        "RIFF"u8.CopyTo(span);
        BinaryPrimitives.WriteInt32LittleEndian(span[4..], HeaderBytes - 8 + dataBytes);
        "WAVEfmt "u8.CopyTo(span[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(span[16..], WavFormatChunk.MinimumBytes);
        BinaryPrimitives.WriteInt16LittleEndian(span[20..], (short)WavEncoding.Integer);
        BinaryPrimitives.WriteInt16LittleEndian(span[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(span[24..], sampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(span[28..], sampleRate * BytesPerSample);
        BinaryPrimitives.WriteInt16LittleEndian(span[32..], BytesPerSample);
        BinaryPrimitives.WriteInt16LittleEndian(span[34..], 8 * BytesPerSample);
        "data"u8.CopyTo(span[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(span[40..], dataBytes);
        for (var i = 0; i < samples.Length; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(span[(HeaderBytes + (i * BytesPerSample))..], samples[i]);
        }

        return file;
    }
}
