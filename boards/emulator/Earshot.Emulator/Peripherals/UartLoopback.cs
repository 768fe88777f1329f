namespace Earshot.Emulator.Peripherals;

/// <summary>A wire from transmit to receive: what the board sends comes back, in the time that the line needs for it.</summary>
public sealed class UartLoopback : IUartPartner
{
    private Uart? _uart;

    /// <inheritdoc/>
    public void Connect(Uart uart) => _uart = uart;

    /// <inheritdoc/>
    public void Receive(long time, ReadOnlySpan<byte> bytes) => _uart!.SendToBoard(bytes.ToArray());
}
