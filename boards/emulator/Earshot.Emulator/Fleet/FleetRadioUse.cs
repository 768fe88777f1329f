namespace Earshot.Emulator.Fleet;

/// <summary>How one node of a fleet has fared on the air.</summary>
public sealed record FleetRadioUse
{
    /// <summary>Its DevEUI.</summary>
    public required ulong DevEui { get; init; }

    /// <summary>Metres from the gateway.</summary>
    public required double Distance { get; init; }

    /// <summary>Decibels between the antennas.</summary>
    public required double PathLoss { get; init; }

    /// <summary>When it joined first; null when it has not.</summary>
    public required TimeSpan? Joined { get; init; }

    /// <summary>Frames that it has sent, join requests and repetitions among them.</summary>
    public required int Frames { get; init; }

    /// <summary>Time that they were on the air.</summary>
    public required TimeSpan Airtime { get; init; }

    /// <summary>Its data rate at the end, DR0 to DR5.</summary>
    public required int DataRate { get; init; }

    /// <summary>Messages that the network has, each counted once.</summary>
    public required int Delivered { get; init; }

    /// <summary>Messages that came again, because their acknowledgement had been lost.</summary>
    public required int Repeated { get; init; }

    /// <summary>Numbers below the highest delivered one that have not come.</summary>
    public required int Missing { get; init; }
}
