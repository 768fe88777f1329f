namespace Earshot;

/// <summary>Sums over the hops and decisions of an event.</summary>
internal sealed class EventTally
{
    private readonly LevelAverage _level = new LevelAverage();
    private readonly LevelAverage _levelOfSound = new LevelAverage();
    private readonly int[] _sums;
    private int _decisions;

    public EventTally(int classes)
    {
        _sums = new int[classes];
    }

    /// <summary>LAeq up to the last hop that was not quiet.</summary>
    public int Level => _levelOfSound.Level;

    /// <summary>The class with the highest mean.</summary>
    public int Highest
    {
        get
        {
            int highest = 0;
            for (int index = 1; index < _sums.Length; index++)
            {
                if (_sums[index] > _sums[highest])
                {
                    highest = index;
                }
            }

            return highest;
        }
    }

    public int Mean(int index) => _decisions == 0 ? 0 : _sums[index] / _decisions;

    public void AddLevel(int level, bool isSound)
    {
        _level.Add(level);
        if (isSound)
        {
            _levelOfSound.CopyFrom(_level);
        }
    }

    public void AddScores(byte[] scores)
    {
        _decisions++;
        for (int index = 0; index < _sums.Length; index++)
        {
            _sums[index] += scores[index];
        }
    }

    public void CopyFrom(EventTally other)
    {
        _level.CopyFrom(other._level);
        _levelOfSound.CopyFrom(other._levelOfSound);
        _decisions = other._decisions;
        for (int index = 0; index < _sums.Length; index++)
        {
            _sums[index] = other._sums[index];
        }
    }

    public void Subtract(EventTally earlier)
    {
        _level.Subtract(earlier._level);
        _levelOfSound.Subtract(earlier._level);
        _decisions -= earlier._decisions;
        for (int index = 0; index < _sums.Length; index++)
        {
            _sums[index] -= earlier._sums[index];
        }
    }

    public void Reset()
    {
        _level.Reset();
        _levelOfSound.Reset();
        _decisions = 0;
        for (int index = 0; index < _sums.Length; index++)
        {
            _sums[index] = 0;
        }
    }
}
