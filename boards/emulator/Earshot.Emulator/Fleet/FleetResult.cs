using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Fleet;

/// <summary>What a fleet has done. The same input gives the same result, however many nodes run at a time.</summary>
public sealed record FleetResult
{
    /// <summary>Each node's part, by number.</summary>
    public required IReadOnlyList<FleetNodeResult> Nodes { get; init; }

    /// <summary>All nodes' events in the order of arrival; at the same time, by node.</summary>
    public required IReadOnlyList<FleetEvent> Events { get; init; }

    /// <summary>What the gateway has heard; null for the serial radio.</summary>
    public FleetNetworkResult? Network { get; init; }

    /// <summary>Virtual time that has passed.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Nodes whose app has ended: by an exception, blocked for ever, or returned.</summary>
    public IEnumerable<FleetNodeResult> Ended => Nodes.Where(node => node.Result.Outcome != RunOutcome.TimeReached);
}
