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

    /// <summary>LoRaWAN: 1 min to 1 h in which a bit flips in 10 % to 90 % of the uplinks.</summary>
    public double UplinkCorruptions { get; init; }

    /// <summary>LoRaWAN: 1 min to 1 h in which a bit flips in 10 % to 90 % of the downlinks.</summary>
    public double DownlinkCorruptions { get; init; }

    /// <summary>LoRaWAN: the network server forgets the session.</summary>
    public double SessionLosses { get; init; }

    /// <summary>A time server that is wrong by up to 30 years, either way, for 1 h to 12 h; needs <c>sntp</c>.</summary>
    public double SntpErrors { get; init; }

    /// <summary>A deployment storage that something else fills for 1 min to 6 h.</summary>
    public double FullFlashes { get; init; }

    /// <summary>Whether any of the kinds that need a LoRaWAN radio is asked for.</summary>
    internal bool NeedsLoRaWan => UplinkCorruptions + DownlinkCorruptions + SessionLosses > 0;

    /// <summary>All rates.</summary>
    internal IEnumerable<double> Rates =>
        [BrownOuts, RadioOutages, UartNoise, MicrophoneDisconnections, ResetStorms, UplinkCorruptions, DownlinkCorruptions, SessionLosses, SntpErrors, FullFlashes];
}
