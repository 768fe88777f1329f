using Earshot.Emulator.Sound;

namespace Earshot.Emulator.Peripherals;

/// <summary>What a capture counts of its samples between two readings; native-interop/include/earshot/capture.h is the manual.</summary>
internal sealed class CaptureStatistics
{
    /// <summary>How many numbers there are.</summary>
    public const int Fields = 6;

    private readonly int[] _answer = new int[Fields];
    private long _samples;
    private long _clipped;
    private short _minimum = short.MaxValue;
    private short _maximum = short.MinValue;
    private double _squares;
    private bool _isAsked;
    private bool _isAnswered;

    /// <summary>Interrupt: counts a block, and answers when it was asked.</summary>
    /// <param name="block">What was heard.</param>
    /// <param name="microphone">Whose scale it is.</param>
    public void Add(ReadOnlySpan<short> block, MicrophoneModel microphone)
    {
        var (lowest, highest) = ((short)Math.Round(microphone.Lowest), (short)Math.Round(microphone.Highest));
        foreach (var sample in block)
        {
            _clipped += sample <= lowest || sample >= highest ? 1 : 0;
            _minimum = Math.Min(_minimum, sample);
            _maximum = Math.Max(_maximum, sample);
            _squares += (double)sample * sample;
        }

        _samples += block.Length;
        if (_isAsked && !_isAnswered)
        {
            _answer[0] = (int)Math.Min(_samples, int.MaxValue);
            _answer[1] = (int)Math.Min(_clipped, int.MaxValue);
            (_answer[2], _answer[3], _answer[4]) = (_minimum, _maximum, microphone.RemovedMean);
            _answer[5] = (int)(_squares / _samples);
            _isAnswered = true;
            Begin();
        }
    }

    /// <summary>Thread: takes the answer, if there is one, and asks for the next.</summary>
    public bool TryRead(Span<int> fields)
    {
        if (_isAsked && !_isAnswered)
        {
            return false;
        }

        var isThere = _isAsked;
        if (isThere)
        {
            _answer.CopyTo(fields);
        }

        (_isAsked, _isAnswered) = (true, false);
        return isThere;
    }

    private void Begin() =>
        (_samples, _clipped, _minimum, _maximum, _squares) = (0, 0, short.MaxValue, short.MinValue, 0);
}
