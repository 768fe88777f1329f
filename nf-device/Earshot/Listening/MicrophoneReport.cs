namespace Earshot;

/// <summary>Gathers what the microphone says of itself, second by second, until it is told.</summary>
public sealed class MicrophoneReport
{
    private readonly MicrophoneStatistics _statistics = new MicrophoneStatistics();
    private readonly int _fullScaleLevel;
    private ToneResult _tone;
    private long _samples;
    private long _clipped;
    private long _lostBefore;
    private int _quietest;
    private int _swing;

    /// <summary>Begins.</summary>
    /// <param name="fullScaleLevel">Sound pressure level of a full-scale sine in dB: the microphone's and its amplifier's.</param>
    /// <param name="lost">Milliseconds of sound that were lost since the node's start, and told.</param>
    public MicrophoneReport(int fullScaleLevel, long lost)
    {
        _fullScaleLevel = fullScaleLevel;
        _lostBefore = lost;
        Clear();
    }

    /// <summary>Whether there is anything to tell: half a second of sound in one answer of the microphone, at least.</summary>
    public bool IsReady => _quietest != int.MaxValue;

    /// <summary>Seconds of sound that it is about.</summary>
    /// <param name="sampleRate">Samples a second.</param>
    public int Seconds(int sampleRate) => (int)(_samples / sampleRate);

    /// <summary>Reads the microphone's statistics: when it starts, then once a second, and before it stops.</summary>
    /// <exception cref="System.InvalidOperationException">The microphone does not run.</exception>
    public void Look(DmaMicrophone microphone)
    {
        if (!microphone.TryReadStatistics(_statistics))
        {
            return;
        }

        _samples += _statistics.Samples;
        _clipped += _statistics.Clipped;
        int swing = _statistics.Maximum - _statistics.Minimum;
        _swing = swing > _swing ? swing : _swing;
        // Of a few milliseconds the level says nothing about the noise.
        if (_statistics.Samples >= microphone.SampleRate / 2 && _statistics.Level < _quietest)
        {
            _quietest = _statistics.Level;
        }
    }

    /// <summary>Takes the result of a tone that somebody has played.</summary>
    public void Add(ToneResult tone)
    {
        _tone = tone;
    }

    /// <summary>Writes the message and begins anew.</summary>
    /// <param name="payload">Receives its 11 bytes.</param>
    /// <param name="clockIsSet">Whether the node knows the time.</param>
    /// <param name="lost">Milliseconds of sound that were lost since the node's start.</param>
    public void Write(byte[] payload, bool clockIsSet, long lost)
    {
        MicrophoneMessage message = new MicrophoneMessage();
        message.ClockIsSet = clockIsSet;
        message.Offset = _statistics.Offset;
        message.Quietest = SoundLevel.ToHalfDecibels(IsReady ? _quietest : LevelAverage.Floor, _fullScaleLevel);
        message.Clipped = CompactNumber.Encode(_samples == 0 ? 0 : (int)(_clipped * 1000000 / _samples));
        message.Lost = CompactNumber.Encode((int)(lost - _lostBefore));
        message.IsSilent = _swing <= MicrophoneStatistics.SilentSwing;
        if (_tone != null)
        {
            message.HasTone = true;
            message.ToneIsHeard = _tone.IsHeard;
            message.ToneLevel = SoundLevel.ToHalfDecibels(_tone.Level, _fullScaleLevel);
            int ratio = _tone.Ratio >> 8;
            message.ToneRatio = ratio < -128 ? -128 : ratio > 127 ? 127 : ratio;
        }

        message.Write(payload, 0);
        _lostBefore = lost;
        Clear();
    }

    private void Clear()
    {
        _tone = null;
        _samples = 0;
        _clipped = 0;
        _quietest = int.MaxValue;
        _swing = 0;
    }
}
