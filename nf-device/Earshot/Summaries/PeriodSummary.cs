using System;

namespace Earshot;

/// <summary>
/// Sums up a period: how loud it was, and for how long each class was heard. A hop costs one addition; a histogram of half
/// decibels (512 bytes) gives the levels at the end, to a quarter of a decibel.
/// </summary>
public sealed class PeriodSummary
{
    private const int Bins = 256;
    private const int FullBin = 65535;

    private readonly ushort[] _histogram = new ushort[Bins];
    private readonly int[] _milliseconds;
    private readonly int _fullScaleLevel;
    private readonly byte[] _payload = new byte[PayloadHeader.PayloadLength];
    private int _maximum;
    private bool _isEmpty = true;

    /// <summary>Prepares an empty summary.</summary>
    /// <param name="classes">How many classes the model has.</param>
    /// <param name="fullScaleLevel">Sound pressure level of a full-scale sine in dB.</param>
    public PeriodSummary(int classes, int fullScaleLevel)
    {
        _milliseconds = new int[classes + 1];
        _fullScaleLevel = fullScaleLevel;
    }

    /// <summary>Whether nothing was heard yet.</summary>
    public bool IsEmpty => _isEmpty;

    /// <summary>Adds one hop.</summary>
    /// <param name="level">Its A-weighted level, in 1/256 dB of a full-scale sine.</param>
    public void AddLevel(int level)
    {
        int bin = SoundLevel.ToHalfDecibels(level, _fullScaleLevel);
        _maximum = bin > _maximum ? bin : _maximum;
        _isEmpty = false;
        if (_histogram[bin] == FullBin)
        {
            Halve();
        }

        _histogram[bin]++;
    }

    /// <summary>Adds the time of an event.</summary>
    public void AddEvent(SoundEvent heard)
    {
        int index = heard.ClassIndex == SoundEvent.Unknown ? _milliseconds.Length - 1 : heard.ClassIndex;
        _milliseconds[index] += heard.Duration;
    }

    /// <summary>Fills in the levels of the period.</summary>
    public void Read(LevelsMessage message)
    {
        LevelAverage average = new LevelAverage();
        int hops = 0;
        for (int bin = 0; bin < Bins; bin++)
        {
            hops += _histogram[bin];
            if (_histogram[bin] > 0)
            {
                average.Add((bin << 7) - (_fullScaleLevel << 8), _histogram[bin]);
            }
        }

        message.Average = hops == 0 ? 0 : SoundLevel.ToHalfDecibels(average.Level, _fullScaleLevel);
        message.Exceeded10 = Exceeded(hops / 10);
        message.Exceeded90 = Exceeded(hops - (hops / 10) - 1);
        message.Maximum = _maximum;
    }

    /// <summary>Sends the summary and begins the next.</summary>
    /// <param name="queue">Takes the messages.</param>
    /// <param name="clockIsSet">Whether <paramref name="start"/> is universal.</param>
    /// <param name="start">First minute of the period, as the payload has it.</param>
    /// <param name="minutes">Its length, 1 to 255.</param>
    /// <param name="levels">Whether levels are sent.</param>
    /// <param name="classes">Whether times of classes are sent.</param>
    public void Send(LabelQueue queue, bool clockIsSet, int start, int minutes, bool levels, bool classes)
    {
        if (levels && !_isEmpty)
        {
            LevelsMessage message = new LevelsMessage();
            message.ClockIsSet = clockIsSet;
            message.Start = start;
            message.Minutes = minutes;
            Read(message);
            message.Write(_payload, 0);
            queue.Enqueue(_payload);
        }

        while (classes && TakeLongest(out int first, out int firstTime))
        {
            ClassesMessage message = new ClassesMessage();
            message.ClockIsSet = clockIsSet;
            message.Start = start;
            message.Minutes = minutes;
            message.FirstLabel = first;
            message.FirstTime = firstTime;
            if (TakeLongest(out int second, out int secondTime))
            {
                message.SecondLabel = second;
                message.SecondTime = secondTime;
            }

            message.Write(_payload, 0);
            queue.Enqueue(_payload);
        }

        Reset();
    }

    /// <summary>Begins again.</summary>
    public void Reset()
    {
        _isEmpty = true;
        _maximum = 0;
        Array.Clear(_histogram, 0, Bins);
        Array.Clear(_milliseconds, 0, _milliseconds.Length);
    }

    // Takes out the class that was heard longest; times below half a second are none.
    private bool TakeLongest(out int label, out int time)
    {
        int longest = 0;
        for (int index = 1; index < _milliseconds.Length; index++)
        {
            longest = _milliseconds[index] > _milliseconds[longest] ? index : longest;
        }

        label = longest == _milliseconds.Length - 1 ? EventMessage.UnknownLabel : longest;
        time = CompactNumber.Encode((_milliseconds[longest] + 500) / 1000);
        _milliseconds[longest] = 0;
        return time > 0;
    }

    // The level of the hop that has so many louder ones.
    private int Exceeded(int louder)
    {
        for (int bin = Bins - 1; bin > 0; bin--)
        {
            louder -= _histogram[bin];
            if (louder < 0)
            {
                return bin;
            }
        }

        return 0;
    }

    // Shares stay what they are when every count is halved.
    private void Halve()
    {
        for (int bin = 0; bin < Bins; bin++)
        {
            _histogram[bin] = (ushort)((_histogram[bin] + 1) >> 1);
        }
    }
}
