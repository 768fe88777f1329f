namespace Earshot;

/// <summary>
/// Tells sound from quiet, as the trainer does: a hop is quiet when it lies below the model's quiet level, or far below the
/// loudest hop of late. Windows that are mostly quiet have no vote, because nothing was learnt from such windows.
/// </summary>
public sealed class SoundGate
{
    private const int LoudestBits = 8;

    private readonly bool[] _isLoud;
    private readonly int _quietLevel;
    private readonly int _range;
    private readonly int _fall;
    private int _next;
    private int _loudHops;
    private int _loudest = LevelAverage.Floor << LoudestBits;

    /// <summary>Creates a gate.</summary>
    /// <param name="model">Gives quiet level, hop and window.</param>
    /// <param name="range">Hops so many dB below the loudest of late are quiet.</param>
    /// <param name="decay">How fast the loudest level of late is forgotten, in dB a second.</param>
    public SoundGate(SoundModel model, int range, int decay)
    {
        _isLoud = new bool[model.WindowHops];
        _quietLevel = model.QuietLevel;
        _range = range * 256;
        _fall = (int)(((long)decay << (8 + LoudestBits)) * model.HopSamples / model.SampleRate);
    }

    /// <summary>Whether a quarter of the hops that a decision looks back on were not quiet.</summary>
    public bool HasVote => _loudHops * 4 >= _isLoud.Length;

    /// <summary>Takes one hop; returns whether it is sound.</summary>
    /// <param name="level">Its level in 1/256 dB.</param>
    public bool Hear(int level)
    {
        int loudest = _loudest - _fall;
        if (level << LoudestBits > loudest)
        {
            loudest = level << LoudestBits;
        }

        _loudest = loudest;
        bool isLoud = level >= _quietLevel && level >= (loudest >> LoudestBits) - _range;
        if (_isLoud[_next])
        {
            _loudHops--;
        }

        if (isLoud)
        {
            _loudHops++;
        }

        _isLoud[_next] = isLoud;
        _next = _next + 1 == _isLoud.Length ? 0 : _next + 1;
        return isLoud;
    }
}
