namespace Earshot.Emulator.Sound;

/// <summary>Sounds for ever: all of them in a random order, with silence between, then all again in another.</summary>
public sealed class ShuffledSounds : ISoundSource
{
    private readonly SoundClip[] _clips;
    private readonly Random _random;
    private readonly int _gap;
    private long _silence;
    private int _next;
    private int _played;

    /// <summary>Arranges sounds. The first begins after a random part of the gap and of a second.</summary>
    /// <param name="sampleRate">Samples a second, of every clip.</param>
    /// <param name="clips">The sounds; none is silence for ever.</param>
    /// <param name="gap">Silence between two.</param>
    /// <param name="seed">Seed of the order.</param>
    public ShuffledSounds(int sampleRate, IReadOnlyList<SoundClip> clips, TimeSpan gap, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRate);
        SampleRate = sampleRate;
        _clips = [.. clips];
        _random = new Random(seed);
        _gap = (int)(gap.TotalSeconds * sampleRate);
        _silence = sampleRate + _random.Next(_gap + sampleRate);
        _random.Shuffle(_clips);
    }

    /// <inheritdoc/>
    public int SampleRate { get; }

    /// <inheritdoc/>
    public void Read(Span<short> samples)
    {
        while (samples.Length > 0)
        {
            if (_silence > 0 || _clips.Length == 0)
            {
                var quiet = _clips.Length == 0 ? samples.Length : (int)Math.Min(_silence, samples.Length);
                samples[..quiet].Clear();
                samples = samples[quiet..];
                _silence -= quiet;
                continue;
            }

            var clip = _clips[_next].Samples;
            var count = Math.Min(clip.Length - _played, samples.Length);
            clip.AsSpan(_played, count).CopyTo(samples);
            samples = samples[count..];
            _played += count;
            if (_played == clip.Length)
            {
                Advance();
            }
        }
    }

    private void Advance()
    {
        _played = 0;
        _silence = _gap;
        if (++_next == _clips.Length)
        {
            _next = 0;
            _random.Shuffle(_clips);
        }
    }
}
