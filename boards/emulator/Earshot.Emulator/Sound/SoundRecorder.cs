namespace Earshot.Emulator.Sound;

/// <summary>
/// Keeps what another source gives: every sample of the first minutes, and for any length the smallest and largest sample of each
/// short stretch; stretches grow so that an hour or a week fits.
/// </summary>
public sealed class SoundRecorder(ISoundSource source) : ISoundSource
{
    /// <summary>Seconds of which every sample is kept.</summary>
    public const int SecondsKept = 600;

    /// <summary>Most stretches; when they are used up, two become one.</summary>
    public const int MostStretches = 1 << 17;

    private readonly List<short> _samples = [];
    private readonly List<(short Least, short Most)> _stretches = [];
    private long _position;
    private int _filled;
    private short _least;
    private short _most;

    /// <inheritdoc/>
    public int SampleRate => source.SampleRate;

    /// <summary>Samples of the beginning.</summary>
    public IReadOnlyList<short> Samples => _samples;

    /// <summary>The smallest and largest sample of each whole stretch.</summary>
    public IReadOnlyList<(short Least, short Most)> Stretches => _stretches;

    /// <summary>Samples of one stretch.</summary>
    public int StretchSamples { get; private set; } = 64;

    /// <summary>Samples heard so far.</summary>
    public long Position => _position;

    /// <summary>The latest samples, for a view that shows them as they come.</summary>
    public event Action<short[]>? Heard;

    /// <inheritdoc/>
    public void Read(Span<short> samples)
    {
        source.Read(samples);
        _position += samples.Length;
        if (_samples.Count < SecondsKept * SampleRate)
        {
            _samples.AddRange(samples);
        }

        foreach (var sample in samples)
        {
            Note(sample);
        }

        Heard?.Invoke(samples.ToArray());
    }

    private void Note(short sample)
    {
        _least = _filled == 0 ? sample : Math.Min(_least, sample);
        _most = _filled == 0 ? sample : Math.Max(_most, sample);
        if (++_filled < StretchSamples)
        {
            return;
        }

        _stretches.Add((_least, _most));
        _filled = 0;
        if (_stretches.Count == MostStretches)
        {
            for (var index = 0; index < MostStretches / 2; index++)
            {
                var (one, other) = (_stretches[2 * index], _stretches[(2 * index) + 1]);
                _stretches[index] = (Math.Min(one.Least, other.Least), Math.Max(one.Most, other.Most));
            }

            _stretches.RemoveRange(MostStretches / 2, MostStretches / 2);
            StretchSamples *= 2;
        }
    }
}
