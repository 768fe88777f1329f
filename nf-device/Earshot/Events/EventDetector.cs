namespace Earshot;

/// <summary>
/// Cuts what is heard into events: one from the first hop that is not quiet until it is quiet again, until another class
/// takes over, or until the event is as long as events may be. What an event is called, <see cref="EventCandidate"/> says.
/// </summary>
public sealed class EventDetector
{
    private readonly SoundModel _model;
    private readonly EventDetectorSettings _settings;
    private readonly EventCandidate _candidate;
    private readonly SoundGate _gate;
    private readonly int _quietHold;
    private readonly int _hopDuration;
    private long _lastSound;
    private int _rival = SoundEvent.Unknown;
    private long _rivalSince;
    private long _fadingSince;
    private bool _isFading;

    /// <summary>Creates a detector for the classes of a model.</summary>
    public EventDetector(SoundModel model, EventDetectorSettings settings)
    {
        _model = model;
        _settings = settings;
        _candidate = new EventCandidate(model, settings.LongDuration);
        _gate = new SoundGate(model, settings.GateRange, settings.GateDecay);
        _hopDuration = model.HopSamples * 1000 / model.SampleRate;
        // Windows that end in the silence behind a short sound are the ones that have heard all of it. The last quarter is
        // left out, so that a pause as long as a window parts two sounds.
        int listenOn = model.Window * 3 / 4;
        _quietHold = settings.QuietHold > listenOn ? settings.QuietHold : listenOn;
    }

    /// <summary>Whether a sound is being heard.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Takes one hop.</summary>
    /// <param name="position">Milliseconds of sound up to the end of the hop.</param>
    /// <param name="level">Its level in 1/256 dB.</param>
    /// <param name="scores">The scores if the hop renewed them, else null.</param>
    /// <param name="smoother">Gets the scores that count, and forgets them when a sound ends.</param>
    /// <returns>An event that has ended with this hop, or null.</returns>
    public SoundEvent Hear(long position, int level, byte[] scores, ScoreSmoother smoother)
    {
        bool isSound = _gate.Hear(level);
        if (isSound)
        {
            _lastSound = position;
            if (!IsOpen)
            {
                IsOpen = true;
                Begin(position - _hopDuration);
            }
        }

        if (!IsOpen)
        {
            return null;
        }

        _candidate.AddLevel(level, isSound);
        if (scores != null && _gate.HasVote)
        {
            smoother.Add(scores);
            _candidate.AddScores(scores, smoother);
            Compare(position, smoother);
        }

        return Cut(position, smoother);
    }

    /// <summary>Ends a sound that is being heard, because listening ends; what follows is another sound.</summary>
    /// <param name="smoother">Forgets its scores.</param>
    /// <returns>The event, or null when none is worth reporting.</returns>
    public SoundEvent End(ScoreSmoother smoother)
    {
        smoother.Reset();
        if (!IsOpen)
        {
            return null;
        }

        IsOpen = false;
        return _candidate.End(_lastSound);
    }

    private void Compare(long position, ScoreSmoother smoother)
    {
        bool wasContested = IsContested;
        int leader = _candidate.Leader;
        int strongest = smoother.Strongest;
        bool counts = smoother[strongest] >= _model.Classes[strongest].OffThreshold;
        if (!counts || strongest == leader)
        {
            _rival = SoundEvent.Unknown;
        }
        else if (strongest != _rival)
        {
            _rival = strongest;
            _rivalSince = position;
        }

        bool fades = _candidate.IsConfirmed && smoother[leader] < _model.Classes[leader].OffThreshold;
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
            IsOpen = false;
            smoother.Reset();
            return _candidate.End(_lastSound);
        }

        if (_rival != SoundEvent.Unknown && position - _rivalSince >= _settings.TakeOver)
        {
            return EndWhereContested(_rivalSince);
        }

        // Without a successor the class gets a window more to come back.
        if (_isFading && position - _fadingSince >= _settings.TakeOver + _model.Window)
        {
            return EndWhereContested(_fadingSince);
        }

        if (position - _candidate.Start < _settings.MaximumDuration)
        {
            return null;
        }

        SoundEvent part = _candidate.End(position);
        Begin(position);
        return part;
    }

    private void Begin(long position)
    {
        _rival = SoundEvent.Unknown;
        _isFading = false;
        _candidate.Begin(position);
    }

    private SoundEvent EndWhereContested(long since)
    {
        _rival = SoundEvent.Unknown;
        _isFading = false;
        // What a decision says is true of the middle of its window rather than of its end.
        return _candidate.EndAtMark(since - (_model.Window / 2));
    }
}
