namespace Earshot.Audio.Wav;

/// <summary>The format that a WAV file's <c>fmt</c> chunk declares.</summary>
/// <param name="Encoding">Integer or floating point.</param>
/// <param name="Channels">Number of channels, at least 1.</param>
/// <param name="SampleRate">Samples per second and channel, in Hz.</param>
/// <param name="BitsPerSample">Bits that one sample occupies: 8, 16, 24, 32 or 64.</param>
public sealed record WavFormat(WavEncoding Encoding, int Channels, int SampleRate, int BitsPerSample)
{
    /// <summary>Bytes of one sample of one channel.</summary>
    public int BytesPerSample => BitsPerSample / 8;

    /// <summary>Bytes of one sample of every channel.</summary>
    public int BytesPerFrame => BytesPerSample * Channels;
}
