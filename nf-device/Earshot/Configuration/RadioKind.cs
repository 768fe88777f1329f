namespace Earshot;

/// <summary>What carries the messages.</summary>
public enum RadioKind
{
    /// <summary>Lines of text on a serial port.</summary>
    Serial = 0,

    /// <summary>A RAK3172 LoRaWAN modem.</summary>
    Rak3172 = 1,

    /// <summary>A LoRa-E5 LoRaWAN modem.</summary>
    LoRaE5 = 2,
}
