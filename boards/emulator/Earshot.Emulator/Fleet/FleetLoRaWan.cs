using Earshot.Emulator.Radio;

namespace Earshot.Emulator.Fleet;

/// <summary>The LoRaWAN that the nodes of a fleet share: one gateway, and nodes spread around it.</summary>
public sealed class FleetLoRaWan
{
    /// <summary>Every node's modem, on the serial port that the board description names.</summary>
    public ModemKind Modem { get; init; } = ModemKind.Rak3172;

    /// <summary>The gateway and its network; its seed is drawn from the fleet's.</summary>
    public LoRaWanGatewaySettings Gateway { get; init; } = new();

    /// <summary>
    /// Nodes lie anywhere within so many metres of the gateway. What a place costs in decibels is Petäjäjärvi's model of a town ("On
    /// the coverage of LPWANs: range evaluation and channel attenuation model for LoRa technology", ITST 2015): 128.95 dB at a
    /// kilometre, an exponent of 2.32, and shadows with a standard deviation of 7.8 dB.
    /// </summary>
    public double Radius { get; init; } = 2000;

    /// <summary>How much a node's path changes from frame to frame: a standard deviation in dB.</summary>
    public double Fading { get; init; } = 2;
}
