namespace Earshot;

/// <summary>What has been heard since an event began.</summary>
internal sealed class EventCandidate
{
    private readonly SoundModel _model;
    private readonly LevelAverage _level = new LevelAverage();
    private readonly int[] _sums;
    private readonly bool[] _isConfirmed;
    private int _decisions;
    private int _heardLevel;

    public EventCandidate(SoundModel model)
    {
        _model = model;
        _sums = new int[model.Classes.Length];
        _isConfirmed = new bool[model.Classes.Length];
    }

    public long Start { get; private set; }

    /// <summary>The class with the highest sum of scores among those that have reached their threshold.</summary>
    public int Leader { get; private set; }

    public void Begin(long start)
    {
        Start = start;
        Leader = SoundEvent.Unknown;
        _decisions = 0;
        _heardLevel = LevelAverage.Floor;
        _level.Reset();
        for (int index = 0; index < _sums.Length; index++)
        {
            _sums[index] = 0;
            _isConfirmed[index] = false;
        }
    }

    public void AddLevel(int level, bool isSound)
    {
        _level.Add(level);
        if (isSound)
        {
            // Silence behind the last sound is not part of the event.
            _heardLevel = _level.Level;
        }
    }

    public void AddScores(byte[] scores, ScoreSmoother smoother)
    {
        _decisions++;
        Leader = SoundEvent.Unknown;
        for (int index = 0; index < _sums.Length; index++)
        {
            _sums[index] += scores[index];
            SoundClass description = _model.Classes[index];
            if (!description.IsBackground && smoother[index] >= description.OnThreshold)
            {
                _isConfirmed[index] = true;
            }

            if (_isConfirmed[index] && (Leader == SoundEvent.Unknown || _sums[index] > _sums[Leader]))
            {
                Leader = index;
            }
        }
    }

    /// <summary>The class with the highest smoothed score, if it is one to report and above its threshold.</summary>
    public int StrongestReportable(ScoreSmoother smoother)
    {
        int strongest = 0;
        for (int index = 1; index < _sums.Length; index++)
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

    /// <summary>The event up to a position, or null when it is not worth reporting.</summary>
    public SoundEvent End(long position, int unknownDuration)
    {
        int duration = (int)(position - Start);
        if (Leader == SoundEvent.Unknown)
        {
            bool isLong = unknownDuration > 0 && duration >= unknownDuration;
            return isLong ? new SoundEvent(SoundEvent.Unknown, 0, Start, duration, _heardLevel) : null;
        }

        if (duration < _model.Classes[Leader].MinimumDuration)
        {
            return null;
        }

        return new SoundEvent(Leader, _sums[Leader] / _decisions, Start, duration, _heardLevel);
    }
}
