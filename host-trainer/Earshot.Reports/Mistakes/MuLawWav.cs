using System.Buffers.Binary;

namespace Earshot.Reports.Mistakes;

/// <summary>
/// Mono WAV with 8 bits a sample in µ-law (ITU-T G.711): half the size of 16-bit samples, about 38 dB above its noise at any
/// level, and every browser plays it.
/// </summary>
internal static class MuLawWav
{
    private const int HeaderBytes = 58;
    private const short FormatCode = 7;
    private const int Bias = 0x84;
    private const int Clip = 32635;

    /// <summary>The bytes of the file.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="sampleRate">Samples per second, in Hz.</param>
    public static byte[] ToBytes(ReadOnlySpan<short> samples, int sampleRate)
    {
        // A chunk of odd length is followed by a byte that is not counted.
        var file = new byte[HeaderBytes + samples.Length + (samples.Length & 1)];
        var span = file.AsSpan();
        "RIFF"u8.CopyTo(span);
        BinaryPrimitives.WriteInt32LittleEndian(span[4..], file.Length - 8);
        "WAVEfmt "u8.CopyTo(span[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(span[16..], 18);
        BinaryPrimitives.WriteInt16LittleEndian(span[20..], FormatCode);
        BinaryPrimitives.WriteInt16LittleEndian(span[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(span[24..], sampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(span[28..], sampleRate);
        BinaryPrimitives.WriteInt16LittleEndian(span[32..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(span[34..], 8);
        "fact"u8.CopyTo(span[38..]);
        BinaryPrimitives.WriteInt32LittleEndian(span[42..], 4);
        BinaryPrimitives.WriteInt32LittleEndian(span[46..], samples.Length);
        "data"u8.CopyTo(span[50..]);
        BinaryPrimitives.WriteInt32LittleEndian(span[54..], samples.Length);
        for (var i = 0; i < samples.Length; i++)
        {
            span[HeaderBytes + i] = Encode(samples[i]);
        }

        return file;
    }

    /// <summary>One sample.</summary>
    internal static byte Encode(short sample)
    {
        var sign = sample < 0 ? 0x80 : 0;
        var magnitude = Math.Min(Math.Abs((int)sample), Clip) + Bias;
        var exponent = int.Log2(magnitude) - 7;
        var mantissa = (magnitude >> (exponent + 3)) & 0x0F;
        return (byte)~(sign | (exponent << 4) | mantissa);
    }
}
