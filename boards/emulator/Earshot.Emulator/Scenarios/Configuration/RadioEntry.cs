using Earshot.Emulator.Radio;

namespace Earshot.Emulator.Scenarios.Configuration;

/// <summary>A LoRaWAN modem on the board and a gateway that hears it. Identity and key are drawn from the scenario's seed.</summary>
public sealed record RadioEntry
{
    /// <summary>Which modem it is.</summary>
    public RadioModem Modem { get; init; }

    /// <summary>The serial port that it is on.</summary>
    public string Port { get; init; } = "COM6";

    /// <summary>Path loss between device and gateway in dB, antenna gains included.</summary>
    public double PathLoss { get; init; } = 110;

    /// <summary>Standard deviation of the path loss from frame to frame in dB.</summary>
    public double Fading { get; init; }

    /// <summary>Chance that a frame, up or down, is lost for no other reason, 0 to 1.</summary>
    public double Loss { get; init; }

    /// <summary>Whether the network adapts the data rate.</summary>
    public bool Adr { get; init; } = true;

    /// <summary>What adapting leaves to spare, in dB.</summary>
    public double AdrMargin { get; init; } = 10;

    /// <summary>The receive window that the gateway answers in, 1 or 2.</summary>
    public int AnswerWindow { get; init; } = 1;

    /// <summary>Whether the network leaves join requests without an answer.</summary>
    public bool RefusesJoins { get; init; }

    /// <summary>The modem's model.</summary>
    internal ModemKind Kind => Modem == RadioModem.Rak3172 ? ModemKind.Rak3172 : ModemKind.LoRaE5;
}
