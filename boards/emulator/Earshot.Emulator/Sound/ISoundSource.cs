namespace Earshot.Emulator.Sound;

/// <summary>What the microphone hears, from virtual time zero on.</summary>
public interface ISoundSource
{
    /// <summary>Samples a second.</summary>
    int SampleRate { get; }

    /// <summary>Reads the next samples; fills what lies behind the end with silence.</summary>
    /// <param name="samples">Receives 16-bit mono samples.</param>
    void Read(Span<short> samples);

    /// <summary>Goes on unheard; the same as reading and forgetting, for sources that can do it faster.</summary>
    /// <param name="samples">How many samples.</param>
    void Skip(long samples)
    {
        var buffer = new short[Math.Clamp(samples, 0, 16000)];
        while (samples > 0)
        {
            var count = (int)Math.Min(samples, buffer.Length);
            Read(buffer.AsSpan(0, count));
            samples -= count;
        }
    }
}
