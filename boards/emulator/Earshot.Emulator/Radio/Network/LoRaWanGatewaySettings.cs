namespace Earshot.Emulator.Radio;

/// <summary>What a gateway and the network behind it are like.</summary>
public sealed record LoRaWanGatewaySettings
{
    /// <summary>Seed of everything that is left to chance.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Chance that a frame, up or down, is lost for no reason that is modelled; 0 to 1.</summary>
    public double LossProbability { get; init; }

    /// <summary>The time in UTC at virtual time zero.</summary>
    public DateTime Start { get; init; } = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>How many dB a frame has to be stronger than another one on its channel and data rate to survive it.</summary>
    public double CaptureThreshold { get; init; } = 6;

    /// <summary>The receive window that answers are sent in, 1 or 2.</summary>
    public int AnswerWindow { get; init; } = 1;

    /// <summary>What ADR leaves to spare, in dB (The Things Stack and ChirpStack: 10 to 15).</summary>
    public double AdrMargin { get; init; } = 10;

    /// <summary>Whether the network changes data rates.</summary>
    public bool UsesAdr { get; init; } = true;
}
