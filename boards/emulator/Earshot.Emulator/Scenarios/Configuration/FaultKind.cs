namespace Earshot.Emulator.Scenarios.Configuration;

/// <summary>What can go wrong.</summary>
public enum FaultKind
{
    /// <summary>Nothing was chosen.</summary>
    None,

    /// <summary>The supply goes away for the time <c>for</c>, in the middle of whatever the board does.</summary>
    BrownOut,

    /// <summary>The reset pin is pulled <c>count</c> times, once <c>every</c> so often.</summary>
    ResetStorm,

    /// <summary>The microphone's wire is off: only the converter's own noise of a bit is left.</summary>
    MicrophoneDisconnected,

    /// <summary>The microphone's signal is <c>gain</c> dB too high and clips.</summary>
    MicrophoneClipped,

    /// <summary>Bytes on a serial line change with the probability <c>rate</c>, in both directions.</summary>
    UartNoise,

    /// <summary>Nobody hears the radio, and it hears nobody.</summary>
    RadioOutage,

    /// <summary>A bit of a LoRaWAN uplink flips on the air with the probability <c>rate</c>; the network rejects the frame.</summary>
    UplinkCorruption,

    /// <summary>A bit of a LoRaWAN downlink flips on the air with the probability <c>rate</c>; the modem rejects the frame.</summary>
    DownlinkCorruption,

    /// <summary>The LoRaWAN network server forgets the session.</summary>
    SessionLoss,

    /// <summary><c>bits</c> bits of the model pack in the deployment region change.</summary>
    ModelBitFlips,

    /// <summary>The time server is <c>years</c> ahead, or behind when negative.</summary>
    SntpWrong,

    /// <summary>The time server does not answer.</summary>
    SntpOutage,

    /// <summary>Something else fills the deployment storage but for <c>free</c> bytes.</summary>
    FlashFull,
}
