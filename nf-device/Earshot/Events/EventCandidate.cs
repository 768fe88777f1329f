namespace Earshot;

/// <summary>What has been heard since an event began.</summary>
internal sealed class EventCandidate
{
    private readonly SoundModel _model;
    private readonly EventTally _tally;
    private readonly EventTally _mark;
    private readonly bool[] _isConfirmed;

    public EventCandidate(SoundModel model)
    {
        _model = model;
        _tally = new EventTally(model.Classes.Length);
        _mark = new EventTally(model.Classes.Length);
        _isConfirmed = new bool[model.Classes.Length];
    }

    public long Start { get; private set; }

    /// <summary>The class with the highest sum of scores among those that have reached their threshold.</summary>
    public int Leader { get; private set; }

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
            SoundClass description = _model.Classes[index];
            if (!description.IsBackground && smoother[index] >= description.OnThreshold)
            {
                _isConfirmed[index] = true;
            }
        }

        Leader = SoundEvent.Unknown;
        for (int index = 0; index < _isConfirmed.Length; index++)
        {
            if (_isConfirmed[index] && (Leader == SoundEvent.Unknown || _tally.Sum(index) > _tally.Sum(Leader)))
            {
                Leader = index;
            }
        }
    }

    /// <summary>The class with the highest smoothed score, if it is one to report and above its threshold.</summary>
    public int StrongestReportable(ScoreSmoother smoother)
    {
        int strongest = 0;
        for (int index = 1; index < _isConfirmed.Length; index++)
        {
            if (smoother[index] > smoother[strongest])
            {
                strongest = index;
            }
        }

        SoundClass description = _model.Classes[strongest];
        bool counts = !description.IsBackground && smoother[strongest] >= description.OnThreshold;
        return counts ? strongest : SoundEvent.Unknown;
    }

    /// <summary>Remembers this moment: the event may turn out to have ended here.</summary>
    public void Mark()
    {
        _mark.CopyFrom(_tally);
    }

    /// <summary>The event up to a position, or null when it is not worth reporting.</summary>
    public SoundEvent End(long position, int unknownDuration)
    {
        return Describe(_tally, position, unknownDuration);
    }

    /// <summary>The event as it was at the mark; what has been heard since then begins another one.</summary>
    public SoundEvent EndAtMark(long position, int unknownDuration)
    {
        SoundEvent ended = Describe(_mark, position, unknownDuration);
        _tally.Subtract(_mark);
        Restart(position > Start ? position : Start);
        return ended;
    }

    private void Restart(long start)
    {
        Start = start;
        Leader = SoundEvent.Unknown;
        for (int index = 0; index < _isConfirmed.Length; index++)
        {
            _isConfirmed[index] = false;
        }
    }

    private SoundEvent Describe(EventTally tally, long position, int unknownDuration)
    {
        int duration = (int)(position - Start);
        if (Leader == SoundEvent.Unknown)
        {
            bool isLong = unknownDuration > 0 && duration >= unknownDuration;
            return isLong ? new SoundEvent(SoundEvent.Unknown, 0, Start, duration, tally.Level) : null;
        }

        if (duration <= 0 || duration < _model.Classes[Leader].MinimumDuration)
        {
            return null;
        }

        return new SoundEvent(Leader, tally.Mean(Leader), Start, duration, tally.Level);
    }
}
