namespace Earshot;

/// <summary>Writes events as messages and puts them into the queue.</summary>
public sealed class EventReporter
{
    private readonly LabelQueue _queue;
    private readonly NodeClock _clock;
    private readonly int _fullScaleLevel;
    private readonly byte[] _payload = new byte[EventPayload.Length];

    /// <summary>Creates a reporter.</summary>
    /// <param name="queue">Takes the messages.</param>
    /// <param name="clock">Knows the time, or not yet.</param>
    /// <param name="fullScaleLevel">Sound pressure level of a full-scale sine in dB: the microphone's and its amplifier's.</param>
    public EventReporter(LabelQueue queue, NodeClock clock, int fullScaleLevel)
    {
        _queue = queue;
        _clock = clock;
        _fullScaleLevel = fullScaleLevel;
    }

    /// <summary>Reports an event; returns whether the queue took it.</summary>
    /// <param name="heard">The event.</param>
    /// <param name="uptime">When it began, in milliseconds since the node's start.</param>
    public bool Report(SoundEvent heard, long uptime)
    {
        EventMessage message = new EventMessage();
        message.Label = heard.ClassIndex == SoundEvent.Unknown ? EventMessage.UnknownLabel : heard.ClassIndex;
        message.Confidence = heard.Confidence;
        message.ClockIsSet = _clock.IsSet;
        long start = uptime + (message.ClockIsSet ? _clock.Started : 0);
        message.Start = start < 0 ? 0 : (start + 125) / 250;
        int duration = (heard.Duration + 125) / 250;
        message.Duration = duration > 255 ? 255 : duration;
        message.Level = SoundLevel.ToHalfDecibels(heard.Level, _fullScaleLevel);
        EventPayload.Write(message, _payload, 0);
        return _queue.Enqueue(_payload);
    }
}
