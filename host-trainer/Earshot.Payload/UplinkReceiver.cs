namespace Earshot.Payload;

/// <summary>Keeps what a node's messages say, whatever carried them.</summary>
/// <param name="powerOn">When the node was switched on, by its own clock: times are told relative to it.</param>
public sealed class UplinkReceiver(DateTime powerOn)
{
    private static readonly DateTime Epoch = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly List<ReceivedEvent> _events = [];
    private readonly List<ReceivedUplink> _uplinks = [];

    /// <summary>Events in the order of arrival.</summary>
    public IReadOnlyList<ReceivedEvent> Events => _events;

    /// <summary>Uplinks of every kind, events too, in the order of arrival.</summary>
    public IReadOnlyList<ReceivedUplink> Uplinks => _uplinks;

    /// <summary>Raised for each event.</summary>
    public event Action<ReceivedEvent>? EventReceived;

    /// <summary>Takes a payload.</summary>
    /// <param name="payload">The bytes as they arrived.</param>
    /// <param name="labels">Names of the model's classes in its order; those that are not known are told as numbers.</param>
    /// <param name="received">When, from the node's power-on.</param>
    /// <returns>Whether it is an uplink of the version that this source knows.</returns>
    public bool TryReceive(byte[] payload, IReadOnlyList<string> labels, TimeSpan received)
    {
        if (UplinkDecoder.Decode(payload, labels) is not { } uplink)
        {
            return false;
        }

        _uplinks.Add(new ReceivedUplink(uplink, received));
        if (EventPayload.Read(payload, 0, payload.Length) is { } message)
        {
            var heard = Translate(message, labels, received);
            _events.Add(heard);
            EventReceived?.Invoke(heard);
        }

        return true;
    }

    private ReceivedEvent Translate(EventMessage message, IReadOnlyList<string> labels, TimeSpan received)
    {
        var sinceEpoch = TimeSpan.FromMilliseconds(message.Start * 250);
        return new ReceivedEvent
        {
            Sequence = message.Sequence,
            Label = message.Label == EventMessage.UnknownLabel ? ReceivedEvent.Unknown
                : message.Label < labels.Count ? labels[message.Label]
                : FormattableString.Invariant($"#{message.Label}"),
            Confidence = message.Confidence / 255.0,
            Start = message.ClockIsSet ? Epoch + sinceEpoch - powerOn : sinceEpoch,
            Duration = TimeSpan.FromMilliseconds(message.Duration * 250),
            Level = message.Level / 2.0,
            Received = received,
        };
    }
}
