namespace Earshot;

/// <summary>
/// Where the node may transmit. The numbers are the ones of AT+BAND (RUI3 AT Command Manual, "AT+BAND", RAKwireless).
/// </summary>
public enum LoRaWanRegion
{
    /// <summary>India, 865 MHz.</summary>
    In865 = 3,

    /// <summary>Europe, 868 MHz.</summary>
    Eu868 = 4,

    /// <summary>North America, 915 MHz.</summary>
    Us915 = 5,

    /// <summary>Australia, 915 MHz.</summary>
    Au915 = 6,

    /// <summary>South Korea, 920 MHz.</summary>
    Kr920 = 7,

    /// <summary>Asia, 923 MHz, group 1.</summary>
    As923 = 8,
}
