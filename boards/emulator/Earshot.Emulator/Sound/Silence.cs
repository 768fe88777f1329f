namespace Earshot.Emulator.Sound;

/// <summary>Digital silence.</summary>
public sealed class Silence(int sampleRate) : ISoundSource
{
    /// <inheritdoc/>
    public int SampleRate { get; } = sampleRate;

    /// <inheritdoc/>
    public void Read(Span<short> samples) => samples.Clear();

    /// <inheritdoc/>
    public void Skip(long samples)
    {
        // Silence is silence.
    }
}
