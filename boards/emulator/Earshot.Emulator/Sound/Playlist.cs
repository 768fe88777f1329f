using Earshot.Payload;

namespace Earshot.Emulator.Sound;

/// <summary>Sounds one after another, with silence before, between and after them.</summary>
public sealed class Playlist : ISoundSource
{
    private readonly IReadOnlyList<SoundClip> _clips;
    private readonly long[] _starts;
    private long _position;
    private int _next;

    /// <summary>Arranges sounds.</summary>
    /// <param name="sampleRate">Samples a second, of every clip.</param>
    /// <param name="clips">The sounds in order.</param>
    /// <param name="lead">Silence before the first.</param>
    /// <param name="gap">Silence between two.</param>
    public Playlist(int sampleRate, IReadOnlyList<SoundClip> clips, TimeSpan lead = default, TimeSpan gap = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRate);
        SampleRate = sampleRate;
        _clips = clips;
        _starts = new long[clips.Count];
        var position = SamplesIn(lead);
        for (var index = 0; index < clips.Count; index++)
        {
            _starts[index] = position;
            position += clips[index].Samples.Length + (index + 1 < clips.Count ? SamplesIn(gap) : 0);
        }

        EndTime = TimeOf(position);
        Played = [.. clips.Select((clip, index) =>
            new PlayedSound(clip.Name, clip.Label, TimeOf(_starts[index]), TimeOf(_starts[index] + clip.Samples.Length)))];
    }

    /// <inheritdoc/>
    public int SampleRate { get; }

    /// <summary>What is heard when, provided that the microphone runs from virtual time zero on.</summary>
    public IReadOnlyList<PlayedSound> Played { get; }

    /// <summary>When the last sound ends.</summary>
    public TimeSpan EndTime { get; }

    /// <inheritdoc/>
    public void Read(Span<short> samples)
    {
        samples.Clear();
        var end = _position + samples.Length;
        while (_next < _clips.Count && _starts[_next] < end)
        {
            var clip = _clips[_next].Samples;
            var from = Math.Max(_position, _starts[_next]);
            var to = Math.Min(end, _starts[_next] + clip.Length);
            clip.AsSpan((int)(from - _starts[_next]), (int)(to - from)).CopyTo(samples[(int)(from - _position)..]);
            if (to < _starts[_next] + clip.Length)
            {
                break;
            }

            _next++;
        }

        _position = end;
    }

    private long SamplesIn(TimeSpan time) => (long)(time.TotalSeconds * SampleRate);

    private TimeSpan TimeOf(long sample) => TimeSpan.FromTicks(sample * TimeSpan.TicksPerSecond / SampleRate);
}
