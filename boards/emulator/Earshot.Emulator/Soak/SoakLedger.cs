namespace Earshot.Emulator.Soak;

/// <summary>
/// Keeps what the queue has accepted and what the gateway has acknowledged, and finds where they do not agree. It knows nothing of
/// how the queue works but what docs/node.md promises.
/// </summary>
/// <param name="content">Tells messages from each other.</param>
/// <param name="report">Takes what it finds.</param>
internal sealed class SoakLedger(MessageContent content, Action<SoakFindingKind, string> report)
{
    // Messages that a reset caught on their way into the queue may wait, too, before anybody knows of them.
    private const int Unseen = 10;
    private const int Recent = 64;

    // From here on the queue may merge summaries for an event, and refuse one.
    private static readonly int Crowded = QueueRecord.RoomOf(isEvent: true, QueueRecord.NodeSlots - QueueRecord.Reserve) - Unseen;

    // A date that is set late is as exact as the network's whole seconds; two events are further apart than that.
    private static readonly TimeSpan DatingError = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TwinError = TimeSpan.FromSeconds(1.5);

    // An event is accepted when it has ended; a modem that does not answer and a clock of seconds may add to that.
    private static readonly TimeSpan TimeError = TimeSpan.FromSeconds(15);

    private readonly Dictionary<int, SoakMessage> _accepted = [];
    private readonly Dictionary<byte[], SoakMessage> _given = new(ReferenceEqualityComparer.Instance);
    private readonly List<SoakMessage> _interrupted = [];
    private readonly List<SoakMessage> _waiting = [];
    private readonly Queue<SoakMessage> _recentEvents = new();
    private int _lastDelivered = -1;

    /// <summary>Messages that the queue has accepted.</summary>
    public int Accepted => _accepted.Count;

    /// <summary>Events among them.</summary>
    public int AcceptedEvents { get; private set; }

    /// <summary>Messages that the gateway has acknowledged, each counted once.</summary>
    public int Delivered { get; private set; }

    /// <summary>Events among them.</summary>
    public int DeliveredEvents { get; private set; }

    /// <summary>Acknowledgements of messages that had been acknowledged before, under their old number.</summary>
    public int Repeated { get; private set; }

    /// <summary>Messages that a reset caught on their way into the queue and that arrived all the same.</summary>
    public int Completed { get; private set; }

    /// <summary>Messages that noise has changed between board and modem; the modem sent what it got, and nobody could tell.</summary>
    public int Garbled { get; private set; }

    /// <summary>Messages that the queue has refused.</summary>
    public int Refused { get; private set; }

    /// <summary>Answers to downlinks that were delivered.</summary>
    public int Answers { get; private set; }

    /// <summary>Summaries that were merged because the queue was full.</summary>
    public int Merged { get; private set; }

    /// <summary>The longest that a message has waited to be acknowledged.</summary>
    public TimeSpan LongestWait { get; private set; }

    /// <summary>The most messages that have waited at once.</summary>
    public int MostWaiting { get; private set; }

    /// <summary>Messages that wait, the first accepted first.</summary>
    public IReadOnlyList<SoakMessage> Waiting => _waiting;

    /// <summary>The queue is given a message.</summary>
    public void Give(byte[] payload, TimeSpan time, TimeSpan started) =>
        _given[payload] = new SoakMessage(-1, [.. payload], time, started);

    /// <summary>The queue has answered.</summary>
    public void Answer(byte[] payload, bool isAccepted, TimeSpan time, TimeSpan started)
    {
        _given.Remove(payload);
        if (!isAccepted)
        {
            Refused++;
            if (_waiting.Count < Crowded)
            {
                report(SoakFindingKind.Refused, $"{Name(payload)} was refused while {_waiting.Count} messages waited");
            }

            return;
        }

        var message = new SoakMessage(MessageContent.SequenceOf(payload), [.. payload], time, started);
        if (!_accepted.TryAdd(message.Sequence, message))
        {
            report(SoakFindingKind.NumberReused, $"{Name(payload)} has the number of {Name(_accepted[message.Sequence].Payload)}, accepted at {At(_accepted[message.Sequence].Time)}");
            return;
        }

        AcceptedEvents += message.Kind == PayloadKind.Event ? 1 : 0;
        _waiting.Add(message);
        MostWaiting = Math.Max(MostWaiting, _waiting.Count);
        foreach (var waiting in _waiting)
        {
            waiting.Crowd = Math.Max(waiting.Crowd, _waiting.Count);
        }
    }

    /// <summary>The program was reset: what the queue was being given may be stored or not.</summary>
    public void Interrupt()
    {
        _interrupted.AddRange(_given.Values);
        _given.Clear();
    }

    /// <summary>The gateway has acknowledged a message.</summary>
    /// <param name="payload">What arrived.</param>
    /// <param name="time">When.</param>
    /// <param name="isDisturbed">Whether noise has changed what the board sent to its modem.</param>
    public void Deliver(byte[] payload, TimeSpan time, bool isDisturbed)
    {
        var message = Identify(payload);
        if (isDisturbed && message is null)
        {
            Garbled++;
            Nearest(payload).IsGarbled = true;
            return;
        }

        if (message is null)
        {
            var accepted = _accepted.GetValueOrDefault(MessageContent.SequenceOf(payload));
            report(
                accepted is null ? SoakFindingKind.Unknown : SoakFindingKind.Changed,
                accepted is null
                    ? $"{Name(payload)} was never given to the queue"
                    : $"{Name(payload)} was accepted as {Convert.ToHexString(accepted.Payload)} at {At(accepted.Time)}");
            return;
        }

        if (message.Delivered is not null)
        {
            Repeated++;
        }
        else
        {
            Count(message, payload, time);
        }

        if (message.Sequence < _lastDelivered)
        {
            report(SoakFindingKind.OutOfOrder, $"{Name(payload)} came after number {_lastDelivered}");
        }

        _lastDelivered = Math.Max(_lastDelivered, message.Sequence);
    }

    /// <summary>Holds what waits against what is stored.</summary>
    /// <param name="stored">Numbers of the records on the flash.</param>
    public void Compare(IReadOnlySet<int> stored)
    {
        foreach (var message in _waiting.Where(message => !stored.Contains(message.Sequence)).ToList())
        {
            _waiting.Remove(message);
            if (message.IsGarbled)
            {
                continue;
            }

            if (message.Crowd >= Crowded && message.Kind != PayloadKind.Event)
            {
                Merged++;
            }
            else
            {
                report(SoakFindingKind.Lost, $"{Name(message.Payload)}, accepted at {At(message.Time)}, is neither delivered nor stored");
            }
        }
    }

    /// <summary>A message for people.</summary>
    public static string Name(byte[] payload) =>
        FormattableString.Invariant($"{PayloadHeader.ReadKind(payload, 0)} {MessageContent.SequenceOf(payload)} ({Convert.ToHexString(payload)})").ToLowerInvariant();

    // The message that the queue has accepted, or was being given when a reset came, under the number and with the content of a payload.
    private SoakMessage? Identify(byte[] payload)
    {
        var sequence = MessageContent.SequenceOf(payload);
        if (_accepted.TryGetValue(sequence, out var message))
        {
            return content.IsSame(payload, message, DatingError) || (message.Crowd >= Crowded && message.Kind != PayloadKind.Event) ? message : null;
        }

        if (TakeInterrupted(payload) is not { } completed)
        {
            return null;
        }

        Completed++;
        message = completed with { Sequence = sequence };
        _accepted.Add(sequence, message);
        return message;
    }

    private void Count(SoakMessage message, byte[] payload, TimeSpan time)
    {
        Delivered++;
        message.Delivered = time;
        _waiting.Remove(message);
        LongestWait = time - message.Time > LongestWait ? time - message.Time : LongestWait;
        Answers += message.Kind == PayloadKind.Settings ? 1 : 0;
        if (message.Kind != PayloadKind.Event)
        {
            return;
        }

        DeliveredEvents++;
        var end = content.StartOf(payload, message.Started) + TimeSpan.FromMilliseconds(payload[9] * 250);
        if ((message.Time - end).Duration() > TimeError)
        {
            report(SoakFindingKind.WrongTime, $"{Name(payload)} ended at {At(message.Time)} and says {At(end)}");
        }

        var twin = _recentEvents.FirstOrDefault(other => content.IsSame(payload, other, TwinError));
        if (twin is not null)
        {
            report(SoakFindingKind.DeliveredTwice, $"{Name(payload)} says what {Name(twin.Payload)} said, acknowledged at {At(twin.Delivered!.Value)}");
        }

        _recentEvents.Enqueue(message);
        if (_recentEvents.Count > Recent)
        {
            _recentEvents.Dequeue();
        }
    }

    private SoakMessage? TakeInterrupted(byte[] payload)
    {
        var found = _interrupted.Find(message => content.IsSame(payload, message, DatingError));
        if (found is not null)
        {
            _interrupted.Remove(found);
        }

        return found;
    }

    // What was sent is the first of the queue, or the one before when its acknowledgement got lost.
    private SoakMessage Nearest(byte[] payload) =>
        _waiting.Concat(_accepted.Values.Where(message => message.Delivered is not null).TakeLast(Recent)).MinBy(message => BitsApart(message.Payload, payload))
        ?? new SoakMessage(-1, payload, TimeSpan.Zero, TimeSpan.Zero);

    private static int BitsApart(byte[] one, byte[] other) =>
        one.Zip(other, (first, second) => System.Numerics.BitOperations.PopCount((uint)(first ^ second))).Sum();

    private static string At(TimeSpan time) => Scheduling.VirtualTime.Format(Scheduling.VirtualTime.From(time));
}
