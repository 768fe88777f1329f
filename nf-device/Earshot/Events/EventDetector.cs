namespace Earshot;

/// <summary>
/// Cuts what is heard into events: one from the first hop that is not quiet until it is quiet again, until another class
/// takes over, or until the event is as long as events may be. The label is the class with the highest mean score among
/// those whose smoothed score has reached their on-threshold.
/// </summary>
public sealed class EventDetector
{
    private readonly SoundModel _model;
    private readonly EventDetectorSettings _settings;
    private readonly EventCandidate _candidate;
    private readonly int _quietHold;
    private long _lastSound;
    private int _rival = SoundEvent.Unknown;
    private long _rivalSince;
    private long _fadingSince;
    private bool _isOpen;
    private bool _isFading;

    /// <summary>Creates a detector for the classes of a model.</summary>
    public EventDetector(SoundModel model, EventDetectorSettings settings)
    {
        _model = model;
        _settings = settings;
        _candidate = new EventCandidate(model);
        // The windows that end in the silence behind a short sound are those that have heard all of it.
        _quietHold = settings.QuietHold > model.Window ? settings.QuietHold : model.Window;
    }

    /// <summary>Whether a sound is being heard.</summary>
    public bool IsOpen => _isOpen;

    /// <summary>Takes one hop.</summary>
    /// <param name="position">Milliseconds of sound up to the end of the hop.</param>
    /// <param name="level">Its level in 1/256 dB.</param>
    /// <param name="scores">The scores if the hop renewed them, else null.</param>
    /// <param name="smoother">Gets the scores, and forgets them when a sound ends.</param>
    /// <returns>An event that has ended with this hop, or null.</returns>
    public SoundEvent Hear(long position, int level, byte[] scores, ScoreSmoother smoother)
    {
        if (level >= _model.QuietLevel)
        {
            _lastSound = position;
            if (!_isOpen)
            {
                Open(position - HopDuration);
            }
        }

        if (!_isOpen)
        {
            return null;
        }

        _candidate.AddLevel(level, position == _lastSound);
        if (scores != null)
        {
            smoother.Add(scores);
            _candidate.AddScores(scores, smoother);
            Compare(position, smoother);
        }

        return Cut(position, smoother);
    }

    private int HopDuration => _model.HopSamples * 1000 / _model.SampleRate;

    private void Open(long position)
    {
        _isOpen = true;
        _rival = SoundEvent.Unknown;
        _isFading = false;
        _candidate.Begin(position);
    }

    private void Compare(long position, ScoreSmoother smoother)
    {
        int leader = _candidate.Leader;
        if (leader == SoundEvent.Unknown)
        {
            return;
        }

        bool wasContested = IsContested;
        int strongest = _candidate.StrongestReportable(smoother);
        if (strongest == leader)
        {
            _rival = SoundEvent.Unknown;
        }
        else if (strongest != _rival)
        {
            _rival = strongest;
            _rivalSince = position;
        }

        bool fades = smoother[leader] < _model.Classes[leader].OffThreshold;
        if (fades && !_isFading)
        {
            _fadingSince = position;
        }

        _isFading = fades;
        if (IsContested && !wasContested)
        {
            _candidate.Mark();
        }
    }

    private bool IsContested => _rival != SoundEvent.Unknown || _isFading;

    private SoundEvent Cut(long position, ScoreSmoother smoother)
    {
        if (position - _lastSound >= _quietHold)
        {
            _isOpen = false;
            smoother.Reset();
            return _candidate.End(_lastSound, _settings.UnknownDuration);
        }

        if (_rival != SoundEvent.Unknown && position - _rivalSince >= _settings.TakeOver)
        {
            return TakeOver(_rivalSince);
        }

        if (_isFading && position - _fadingSince >= _settings.TakeOver + _model.Window)
        {
            return TakeOver(_fadingSince);
        }

        if (position - _candidate.Start < _settings.MaximumDuration)
        {
            return null;
        }

        SoundEvent part = _candidate.End(position, _settings.UnknownDuration);
        Open(position);
        return part;
    }

    private SoundEvent TakeOver(long since)
    {
        _rival = SoundEvent.Unknown;
        _isFading = false;
        // What a decision says is true of the middle of its window rather than of its end.
        return _candidate.EndAtMark(since - (_model.Window / 2), _settings.UnknownDuration);
    }
}
