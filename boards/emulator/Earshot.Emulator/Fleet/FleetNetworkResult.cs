namespace Earshot.Emulator.Fleet;

/// <summary>What a fleet's gateway has heard, all nodes together.</summary>
public sealed record FleetNetworkResult
{
    /// <summary>Nodes that have joined.</summary>
    public required int Joined { get; init; }

    /// <summary>Frames that were on the air, join requests and repetitions among them.</summary>
    public required int Frames { get; init; }

    /// <summary>Time that they were on the air, added up.</summary>
    public required TimeSpan Airtime { get; init; }

    /// <summary>Frames that were too weak to be understood, or lost by chance.</summary>
    public required int Lost { get; init; }

    /// <summary>Frames that another node's frame destroyed.</summary>
    public required int Collided { get; init; }

    /// <summary>Frames that were heard and belong to no session.</summary>
    public required int Rejected { get; init; }

    /// <summary>Messages that have arrived, each counted once.</summary>
    public required int Delivered { get; init; }

    /// <summary>Messages that came again.</summary>
    public required int Repeated { get; init; }
}
