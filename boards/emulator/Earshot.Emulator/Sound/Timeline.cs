using Earshot.Numerics;
using Earshot.Payload;

namespace Earshot.Emulator.Sound;

/// <summary>
/// Sounds placed at times of their own over silence or another source; where they overlap, they add up. Sounds can be placed while the
/// board runs, ahead of what it has heard.
/// </summary>
public sealed class Timeline : ISoundSource
{
    private readonly ISoundSource? _background;
    private readonly List<PlacedSound> _sounds = [];
    private readonly PriorityQueue<PlacedSound, (long Start, int Order)> _ahead = new();
    private readonly List<PlacedSound> _sounding = [];
    private long _position;

    /// <summary>Begins a timeline without sounds.</summary>
    /// <param name="sampleRate">Samples a second, of every clip.</param>
    /// <param name="background">What is heard all the time, at the same rate; null for silence.</param>
    public Timeline(int sampleRate, ISoundSource? background = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRate);
        if (background is not null && background.SampleRate != sampleRate)
        {
            throw new ArgumentException($"The background has {background.SampleRate} samples a second, the timeline {sampleRate}.", nameof(background));
        }

        SampleRate = sampleRate;
        _background = background;
    }

    /// <inheritdoc/>
    public int SampleRate { get; }

    /// <summary>What is heard when, in the order in which it was placed.</summary>
    public IReadOnlyList<PlayedSound> Played => [.. _sounds.Select(sound => sound.ToPlayed(SampleRate))];

    /// <summary>When the last sound ends.</summary>
    public TimeSpan EndTime => _sounds.Count == 0 ? TimeSpan.Zero : _sounds.Max(sound => sound.ToPlayed(SampleRate).End);

    /// <summary>Places a sound.</summary>
    /// <param name="time">When it begins, in virtual time.</param>
    /// <param name="clip">The sound.</param>
    /// <param name="gainDecibels">How much louder than recorded it is.</param>
    /// <exception cref="ArgumentException">That time has been heard already.</exception>
    public void Add(TimeSpan time, SoundClip clip, double gainDecibels = 0)
    {
        var start = (long)((Int128)time.Ticks * SampleRate / TimeSpan.TicksPerSecond);
        if (start < _position)
        {
            throw new ArgumentException($"{clip.Name} is to begin at {time}, which is over.", nameof(time));
        }

        var sound = new PlacedSound(start, clip, (float)PortableMath.Amplitude(gainDecibels));
        _ahead.Enqueue(sound, (start, _sounds.Count));
        _sounds.Add(sound);
    }

    /// <inheritdoc/>
    public void Read(Span<short> samples)
    {
        if (_background is null)
        {
            samples.Clear();
        }
        else
        {
            _background.Read(samples);
        }

        var end = _position + samples.Length;
        while (_ahead.TryPeek(out var next, out _) && next.Start < end)
        {
            _sounding.Add(_ahead.Dequeue());
        }

        foreach (var sound in _sounding)
        {
            sound.AddTo(samples, _position);
        }

        _sounding.RemoveAll(sound => sound.End <= end);
        _position = end;
    }
}
