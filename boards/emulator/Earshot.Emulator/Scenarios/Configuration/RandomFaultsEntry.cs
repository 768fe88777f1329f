namespace Earshot.Emulator.Scenarios.Configuration;

/// <summary>Faults at random times, drawn from the scenario's seed: how many of each kind a day on average.</summary>
public sealed record RandomFaultsEntry
{
    /// <summary>Brown-outs of 10 ms to 2 s.</summary>
    public double BrownOuts { get; init; }

    /// <summary>Radio outages of 1 min to 6 h.</summary>
    public double RadioOutages { get; init; }

    /// <summary>Noise on every serial line for 1 s to 1 min, in which 0.1 % to 5 % of the bytes change.</summary>
    public double UartNoise { get; init; }

    /// <summary>A microphone without contact for 1 s to 10 min.</summary>
    public double MicrophoneDisconnections { get; init; }

    /// <summary>Storms of 2 to 20 resets, 50 ms to 1 s apart.</summary>
    public double ResetStorms { get; init; }
}
