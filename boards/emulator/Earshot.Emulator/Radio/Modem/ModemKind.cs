namespace Earshot.Emulator.Radio;

/// <summary>Which modem is modelled.</summary>
public enum ModemKind
{
    /// <summary>RAKwireless RAK3172 with RUI3.</summary>
    Rak3172,

    /// <summary>Seeed LoRa-E5.</summary>
    LoRaE5,
}
