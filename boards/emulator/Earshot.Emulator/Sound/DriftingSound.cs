namespace Earshot.Emulator.Sound;

/// <summary>What a sampler hears whose clock is a little too fast or too slow: now and then a sample twice, or one less.</summary>
/// <param name="source">The sound as it is.</param>
/// <param name="clockError">How much too fast the clock is, in parts per million; ±1000 at most.</param>
public sealed class DriftingSound(ISoundSource source, double clockError) : ISoundSource
{
    // Samples of the source that one sample of a fast clock covers.
    private readonly double _step = Math.Abs(clockError) <= 1000
        ? 1 / (1 + (clockError * 1e-6))
        : throw new ArgumentOutOfRangeException(nameof(clockError), clockError, "A clock error is within ±1000 parts per million.");

    private double _ahead;
    private short _last;

    /// <inheritdoc/>
    public int SampleRate => source.SampleRate;

    /// <inheritdoc/>
    public void Read(Span<short> samples)
    {
        var total = _ahead + (_step * samples.Length);
        var whole = (int)total;
        Span<short> heard = whole <= 4096 ? stackalloc short[whole] : new short[whole];
        source.Read(heard);
        for (var index = 0; index < samples.Length; index++)
        {
            var position = (int)(_ahead + (_step * (index + 1))) - 1;
            samples[index] = position < 0 ? _last : heard[Math.Min(position, whole - 1)];
        }

        _last = whole > 0 ? heard[^1] : _last;
        _ahead = total - whole;
    }
}
