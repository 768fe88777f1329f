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
            var (clip, count) = Next(samples.Length);
            if (clip is null)
            {
                samples[..count].Clear();
            }
            else
            {
                clip.AsSpan(_played, count).CopyTo(samples);
            }

            samples = samples[count..];
            Pass(clip, count);
        }
    }

    /// <inheritdoc/>
    public void Skip(long samples)
    {
        while (samples > 0)
        {
            var (clip, count) = Next(samples);
            samples -= count;
            Pass(clip, count);
        }
    }

    // What comes next, a clip or silence, and for how long at most.
    private (short[]? Clip, int Count) Next(long most)
    {
        if (_silence > 0 || _clips.Length == 0)
        {
            return (null, (int)Math.Min(_clips.Length == 0 ? int.MaxValue : _silence, most));
        }

        var clip = _clips[_next].Samples;
        return (clip, (int)Math.Min(clip.Length - _played, most));
    }

    private void Pass(short[]? clip, int count)
    {
        if (clip is null)
        {
            _silence -= count;
            return;
        }

        _played += count;
        if (_played == clip.Length)
        {
            Advance();
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
