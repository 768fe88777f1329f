namespace Earshot.Emulator.TestAdapter.Benches;

/// <summary>What is wired to a serial port.</summary>
internal sealed record BenchUart
{
    /// <summary>The port, such as COM6.</summary>
    public string Port { get; init; } = "";

    /// <summary>What is on its other end.</summary>
    public BenchPartner Partner { get; init; } = BenchPartner.Loopback;
}
