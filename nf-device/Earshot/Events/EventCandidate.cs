namespace Earshot;

/// <summary>
/// What has been heard since an event began. It is called after the class with the highest mean score among those whose
/// smoothed score has reached the on-threshold or, in a long event, whose mean has reached the off-threshold.
/// </summary>
internal sealed class EventCandidate
{
    private readonly SoundModel _model;
    private readonly int _longDuration;
    private readonly EventTally _tally;
    private readonly EventTally _mark;
    private readonly bool[] _isConfirmed;

    public EventCandidate(SoundModel model, int longDuration)
    {
        _model = model;
        _longDuration = longDuration;
        _tally = new EventTally(model.Classes.Length);
        _mark = new EventTally(model.Classes.Length);
        _isConfirmed = new bool[model.Classes.Length];
    }

    /// <summary>Milliseconds from the microphone's start.</summary>
    public long Start { get; private set; }

    /// <summary>The class with the highest mean score so far, whether it can be reported or not.</summary>
    public int Leader => _tally.Highest;

    /// <summary>Whether a class has reached its on-threshold.</summary>
    public bool IsConfirmed { get; private set; }

    public void Begin(long start)
    {
        _tally.Reset();
        Restart(start);
    }

    public void AddLevel(int level, bool isSound)
    {
        _tally.AddLevel(level, isSound);
    }

    public void AddScores(byte[] scores, ScoreSmoother smoother)
    {
        _tally.AddScores(scores);
        for (int index = 0; index < _isConfirmed.Length; index++)
        {
            if (smoother[index] >= _model.Classes[index].OnThreshold)
            {
                _isConfirmed[index] = true;
                IsConfirmed = true;
            }
        }
    }

    /// <summary>Remembers this moment: the event may turn out to have ended here.</summary>
    public void Mark()
    {
        _mark.CopyFrom(_tally);
    }

    /// <summary>The event up to a position, or null when it is not worth reporting.</summary>
    public SoundEvent End(long position)
    {
        return Describe(_tally, position);
    }

    /// <summary>The event as it was at the mark; what has been heard since then begins another one.</summary>
    public SoundEvent EndAtMark(long position)
    {
        SoundEvent ended = Describe(_mark, position);
        _tally.Subtract(_mark);
        Restart(position > Start ? position : Start);
        return ended;
    }

    private void Restart(long start)
    {
        Start = start;
        IsConfirmed = false;
        for (int index = 0; index < _isConfirmed.Length; index++)
        {
            _isConfirmed[index] = false;
        }
    }

    private SoundEvent Describe(EventTally tally, long position)
    {
        int duration = (int)(position - Start);
        bool isLong = duration >= _longDuration;
        int named = Name(tally, isLong);
        if (named == SoundEvent.Unknown)
        {
            return isLong ? new SoundEvent(SoundEvent.Unknown, 0, Start, duration, tally.Level) : null;
        }

        bool isTooShort = duration <= 0 || duration < _model.Classes[named].MinimumDuration;
        return isTooShort ? null : new SoundEvent(named, tally.Mean(named), Start, duration, tally.Level);
    }

    private int Name(EventTally tally, bool isLong)
    {
        int named = SoundEvent.Unknown;
        for (int index = 0; index < _isConfirmed.Length; index++)
        {
            bool counts = _isConfirmed[index] || (isLong && tally.Mean(index) >= _model.Classes[index].OffThreshold);
            if (counts && (named == SoundEvent.Unknown || tally.Mean(index) > tally.Mean(named)))
            {
                named = index;
            }
        }

        return named != SoundEvent.Unknown && _model.Classes[named].IsBackground ? SoundEvent.Unknown : named;
    }
}
