using System.Buffers.Binary;

namespace Earshot.Audio.Wav;

/// <summary>Turns the bytes of samples into numbers with full scale ±1.</summary>
internal static class SampleDecoder
{
    /// <summary>Decodes the sample at the start of <paramref name="bytes"/>.</summary>
    public static double Decode(WavFormat format, ReadOnlySpan<byte> bytes) => (format.Encoding, format.BitsPerSample) switch
    {
        (WavEncoding.Integer, 8) => (bytes[0] - 128) / 128.0,
        (WavEncoding.Integer, 16) => BinaryPrimitives.ReadInt16LittleEndian(bytes) / 32768.0,
        (WavEncoding.Integer, 24) => ((bytes[0] << 8) | (bytes[1] << 16) | (bytes[2] << 24)) / 2147483648.0,
        (WavEncoding.Integer, 32) => BinaryPrimitives.ReadInt32LittleEndian(bytes) / 2147483648.0,
        (WavEncoding.Float, 32) => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        (WavEncoding.Float, 64) => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
        _ => throw new InvalidOperationException($"No decoder for {format}."),
    };
}
