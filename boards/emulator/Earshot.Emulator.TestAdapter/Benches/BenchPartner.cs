namespace Earshot.Emulator.TestAdapter.Benches;

/// <summary>Partners of a serial port.</summary>
internal enum BenchPartner
{
    /// <summary>Transmit is wired to receive: what is sent comes back.</summary>
    Loopback,

    /// <summary>Nothing answers.</summary>
    Silent,

    /// <summary>A RAK3172 modem with a LoRaWAN gateway that knows it.</summary>
    Rak3172,

    /// <summary>A LoRa-E5 modem with a LoRaWAN gateway that knows it.</summary>
    LoRaE5,
}
