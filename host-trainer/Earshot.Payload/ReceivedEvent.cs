namespace Earshot.Payload;

/// <summary>An event as the receiver of a node's messages sees it.</summary>
public sealed record ReceivedEvent
{
    /// <summary>The label of a sound that is none of the model's classes.</summary>
    public const string Unknown = "unknown";

    /// <summary>Number of the message, 0 to 65535.</summary>
    public required int Sequence { get; init; }

    /// <summary>The label's name; <see cref="Unknown"/> for none of the classes, <c>#7</c> when the name was not told.</summary>
    public required string Label { get; init; }

    /// <summary>Mean probability over the event, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>When the sound began, from the node's power-on, to a quarter of a second.</summary>
    public required TimeSpan Start { get; init; }

    /// <summary>How long it lasted, to a quarter of a second.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>A-weighted level over the event in dB(A).</summary>
    public required double Level { get; init; }

    /// <summary>When the message arrived, from the node's power-on.</summary>
    public required TimeSpan Received { get; init; }
}
