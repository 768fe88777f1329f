using Earshot.Emulator.Radio;

namespace Earshot.FieldTrials.Delivery;

/// <summary>What became of the messages of an outage.</summary>
public sealed record OutageResult
{
    /// <summary>What arrived, in all.</summary>
    public required DeliveryFindings Findings { get; init; }

    /// <summary>Time from the end of the outage until nothing was left to send, to the hour; null when it never was.</summary>
    public required TimeSpan? CaughtUpAfter { get; init; }

    /// <summary>Messages that arrived after the outage.</summary>
    public required int DeliveredAfterwards { get; init; }

    /// <summary>Whether the node said that it had to refuse a message.</summary>
    public required bool Lost { get; init; }

    /// <summary>How often the app has started.</summary>
    public required int Boots { get; init; }

    /// <summary>The highest share of any hour that the node was on the air, by sub-band, as the gateway counts it.</summary>
    public required IReadOnlyList<(SubBand Band, double Share)> DutyCycles { get; init; }

    /// <summary>Whether every accepted summary arrived once, in order, within the duty cycle.</summary>
    public bool IsMet => Findings is { IsWhole: true, Repeated: 0, Gaps.Count: 0 }
        && CaughtUpAfter is not null && !Lost && Boots == 1 && DutyCycles.All(band => band.Share <= band.Band.DutyCycle);
}
