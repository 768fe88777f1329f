using System;

namespace Earshot;

/// <summary>Numbers events, gives them their time and level, and sends them.</summary>
public sealed class EventReporter
{
    private static readonly DateTime s_epoch = new DateTime(2024, 1, 1);

    private readonly ILabelRadio _radio;
    private readonly int _fullScaleLevel;
    private readonly byte[] _payload = new byte[EventPayload.Length];
    private int _sequence;

    /// <summary>Creates a reporter.</summary>
    /// <param name="radio">Carries the payloads.</param>
    /// <param name="fullScaleLevel">Sound pressure level of a full-scale sine in dB: the microphone's and its amplifier's.</param>
    public EventReporter(ILabelRadio radio, int fullScaleLevel)
    {
        _radio = radio;
        _fullScaleLevel = fullScaleLevel;
    }

    /// <summary>Events that the radio did not take.</summary>
    public int Lost { get; private set; }

    /// <summary>Sends an event.</summary>
    /// <param name="heard">The event.</param>
    /// <param name="origin">When the microphone was started, by the board's clock.</param>
    public void Report(SoundEvent heard, DateTime origin)
    {
        bool clockIsSet = origin >= s_epoch;
        long start = clockIsSet ? (origin.Ticks - s_epoch.Ticks) / TimeSpan.TicksPerMillisecond : 0;
        EventMessage message = new EventMessage();
        message.Sequence = _sequence;
        message.Label = heard.ClassIndex == SoundEvent.Unknown ? EventMessage.UnknownLabel : heard.ClassIndex;
        message.Confidence = heard.Confidence;
        message.ClockIsSet = clockIsSet;
        message.Start = (start + heard.Start + 125) / 250;
        message.Duration = Limit((heard.Duration + 125) / 250);
        message.Level = Limit(((heard.Level + (_fullScaleLevel * 256)) + 64) >> 7);
        EventPayload.Write(message, _payload, 0);
        _sequence = (_sequence + 1) & 0xFFFF;
        if (_radio.Send(_payload, EventPayload.Length, false) != SendResult.Sent)
        {
            Lost++;
        }
    }

    private static int Limit(int value)
    {
        return value < 0 ? 0 : value > 255 ? 255 : value;
    }
}
