using Earshot.Emulator.Peripherals;
using Earshot.Emulator.Radio;

namespace Earshot.Emulator.TestAdapter.Benches;

/// <summary>What is wired to a serial port.</summary>
internal sealed record BenchUart
{
    /// <summary>The port, such as COM6.</summary>
    public string Port { get; init; } = "";

    /// <summary>What is on its other end.</summary>
    public BenchPartner Partner { get; init; } = BenchPartner.Loopback;

    /// <summary>What the gateway knows a modem by: 16 hexadecimal digits.</summary>
    public string DevEui { get; init; } = "70B3D57ED0000001";

    /// <summary>The join server's number: 16 hexadecimal digits.</summary>
    public string JoinEui { get; init; } = "0000000000000001";

    /// <summary>The key for joining: 32 hexadecimal digits; a bench's key protects nothing.</summary>
    public string AppKey { get; init; } = "00112233445566778899AABBCCDDEEFF";

    /// <summary>Whether it is a modem.</summary>
    internal bool IsModem => Partner is BenchPartner.Rak3172 or BenchPartner.LoRaE5;

    /// <summary>Wires it.</summary>
    internal void Wire(EmulatedBoard board, ulong seed)
    {
        var uart = board.Uarts[Port];
        if (Partner == BenchPartner.Loopback)
        {
            uart.Connect(new UartLoopback());
        }
        else if (IsModem)
        {
            var gateway = new LoRaWanGateway(new LoRaWanGatewaySettings { Seed = seed });
            gateway.Add(DevEui, JoinEui, AppKey);
            uart.Connect(new LoRaWanModemModel(board, gateway, Partner == BenchPartner.Rak3172 ? ModemKind.Rak3172 : ModemKind.LoRaE5));
        }
    }
}
