namespace Earshot;

/// <summary>How the modem is used. The defaults suit a node in Europe that sends a message every few minutes.</summary>
public sealed class LoRaWanSettings
{
    /// <summary>Where the node is.</summary>
    public LoRaWanRegion Region { get; set; } = LoRaWanRegion.Eu868;

    /// <summary>The port of the uplinks, 1 to 223.</summary>
    public int Port { get; set; } = 2;

    /// <summary>Whether the network chooses the data rate and the power (ADR). Leave it on for a node that does not move.</summary>
    public bool AdaptiveDataRate { get; set; } = true;

    /// <summary>After so many confirmed uplinks in a row without an acknowledgement the node joins again.</summary>
    public int RejoinAfter { get; set; } = 8;

    /// <summary>How many downlinks are kept until they are taken; of more, the oldest go.</summary>
    public int DownlinkCapacity { get; set; } = 4;
}
