using Earshot.Emulator.Scenarios.Configuration;
using Earshot.Numerics;
using Earshot.Payload;

namespace Earshot.Emulator.Sound;

/// <summary>Sounds at their times; where they overlap they are added, and what exceeds full scale is clipped.</summary>
public sealed class SoundMix : ISoundSource
{
    private readonly Part[] _parts;
    private readonly List<Part> _heard = [];
    private int[] _sum = [];
    private long _position;
    private int _next;

    private SoundMix(int sampleRate, Part[] parts)
    {
        SampleRate = sampleRate;
        _parts = parts;
        Played = [.. parts.Select(part => new PlayedSound(part.Clip.Name, part.Clip.Label, TimeOf(part.Start), TimeOf(part.End)))];
        EndTime = parts.Length == 0 ? TimeSpan.Zero : TimeOf(parts.Max(part => part.End));
    }

    /// <inheritdoc/>
    public int SampleRate { get; }

    /// <summary>When each sound plays.</summary>
    public IReadOnlyList<PlayedSound> Played { get; }

    /// <summary>When the last sound is over.</summary>
    public TimeSpan EndTime { get; }

    /// <summary>Arranges sounds.</summary>
    /// <param name="entries">The sounds, checked.</param>
    /// <param name="sampleRate">Samples a second.</param>
    /// <exception cref="InputException">A file is damaged.</exception>
    public static SoundMix Of(IEnumerable<SoundEntry> entries, int sampleRate)
    {
        var parts = new List<Part>();
        foreach (var entry in entries)
        {
            var clip = entry.Render(sampleRate);
            // A decibel is a power's tenth: an amplitude of 20 dB is ten times another's.
            var gain = (int)Math.Round(PortableMath.Amplitude(entry.Gain) * Part.Unity);
            for (var time = 0; time < entry.Times; time++)
            {
                var start = entry.At + (time * entry.Every);
                parts.Add(new Part(clip, (long)(start.TotalSeconds * sampleRate), gain));
            }
        }

        return new SoundMix(sampleRate, [.. parts.OrderBy(part => part.Start)]);
    }

    /// <inheritdoc/>
    public void Read(Span<short> samples)
    {
        var end = _position + samples.Length;
        while (_next < _parts.Length && _parts[_next].Start < end)
        {
            _heard.Add(_parts[_next++]);
        }

        Array.Resize(ref _sum, Math.Max(_sum.Length, samples.Length));
        var sum = _sum.AsSpan(0, samples.Length);
        sum.Clear();
        foreach (var part in _heard)
        {
            part.AddTo(sum, _position);
        }

        for (var index = 0; index < samples.Length; index++)
        {
            samples[index] = (short)Math.Clamp(sum[index], short.MinValue, short.MaxValue);
        }

        _position = end;
        _heard.RemoveAll(part => part.End <= end);
    }

    private TimeSpan TimeOf(long sample) => TimeSpan.FromTicks(sample * TimeSpan.TicksPerSecond / SampleRate);

    private sealed record Part(SoundClip Clip, long Start, int Gain)
    {
        // A fixed point for the gain keeps the samples the same on every machine.
        public const int Unity = 1 << 12;

        public long End => Start + Clip.Samples.Length;

        public void AddTo(Span<int> sum, long position)
        {
            var from = Math.Max(Start, position);
            var to = Math.Min(End, position + sum.Length);
            for (var at = from; at < to; at++)
            {
                var scaled = ((long)Clip.Samples[at - Start] * Gain) / Unity;
                sum[(int)(at - position)] += (int)Math.Clamp(scaled, short.MinValue, short.MaxValue);
            }
        }
    }
}
