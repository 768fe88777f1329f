namespace Earshot.Emulator.TestAdapter.Benches;

/// <summary>Partners of a serial port.</summary>
internal enum BenchPartner
{
    /// <summary>Transmit is wired to receive: what is sent comes back.</summary>
    Loopback,

    /// <summary>Nothing answers.</summary>
    Silent,
}
