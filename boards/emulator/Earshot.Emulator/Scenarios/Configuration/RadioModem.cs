namespace Earshot.Emulator.Scenarios.Configuration;

/// <summary>A LoRaWAN modem by the dialect of its commands.</summary>
public enum RadioModem
{
    /// <summary>RAK3172 with RUI3's commands.</summary>
    Rak3172,

    /// <summary>Seeed LoRa-E5 with its factory firmware's commands.</summary>
    LoraE5,
}
