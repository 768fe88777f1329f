namespace Earshot.Emulator.Soak;

/// <summary>What a message says, apart from its number: two that say the same are the same message.</summary>
/// <param name="powerOn">What the true calendar shows at power-on.</param>
internal sealed class MessageContent(DateTime powerOn)
{
    private static readonly DateTime Epoch = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Number of a message.</summary>
    public static int SequenceOf(byte[] payload) => PayloadHeader.ReadSequence(payload, 0);

    /// <summary>Whether a payload is the message that was accepted, perhaps dated since then.</summary>
    /// <param name="payload">The payload.</param>
    /// <param name="accepted">The message.</param>
    /// <param name="eventTolerance">How far the starts of two events may be apart.</param>
    public bool IsSame(byte[] payload, SoakMessage accepted, TimeSpan eventTolerance)
    {
        var kind = PayloadHeader.ReadKind(payload, 0);
        if (kind != accepted.Kind)
        {
            return false;
        }

        // A date that is set late is as exact as the network's whole seconds, or as the minutes of a summary.
        var (from, to, tolerance) = kind == PayloadKind.Event ? (5, 9, eventTolerance) : (3, 6, TimeSpan.FromSeconds(95));
        if (kind > PayloadKind.Classes)
        {
            return payload.AsSpan(3).SequenceEqual(accepted.Payload.AsSpan(3));
        }

        return payload.AsSpan(3, from - 3).SequenceEqual(accepted.Payload.AsSpan(3, from - 3))
            && payload.AsSpan(to).SequenceEqual(accepted.Payload.AsSpan(to))
            && (StartOf(payload, accepted.Started) - StartOf(accepted.Payload, accepted.Started)).Duration() <= tolerance;
    }

    /// <summary>When the sound or the period began, since power-on.</summary>
    /// <param name="payload">An event, levels or classes.</param>
    /// <param name="started">When the program had started that wrote it.</param>
    public TimeSpan StartOf(byte[] payload, TimeSpan started)
    {
        var since = EventPayload.Read(payload, 0, payload.Length) is { } heard
            ? TimeSpan.FromMilliseconds(heard.Start * 250)
            : TimeSpan.FromMinutes((payload[3] << 16) | (payload[4] << 8) | payload[5]);
        return PayloadHeader.ReadClockIsSet(payload, 0) ? Epoch + since - powerOn : started + since;
    }
}
