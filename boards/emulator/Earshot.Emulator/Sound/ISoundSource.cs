namespace Earshot.Emulator.Sound;

/// <summary>What the microphone hears, from virtual time zero on.</summary>
public interface ISoundSource
{
    /// <summary>Samples a second.</summary>
    int SampleRate { get; }

    /// <summary>Reads the next samples; fills what lies behind the end with silence.</summary>
    /// <param name="samples">Receives 16-bit mono samples.</param>
    void Read(Span<short> samples);
}
