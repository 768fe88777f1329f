namespace Earshot.Emulator.Peripherals;

/// <summary>What is on the other end of a serial line.</summary>
public interface IUartPartner
{
    /// <summary>Called once, when it is wired to a port.</summary>
    void Connect(Uart uart);

    /// <summary>Bytes have arrived from the board.</summary>
    /// <param name="time">Virtual time at which the last of them was complete, in nanoseconds.</param>
    /// <param name="bytes">The bytes.</param>
    void Receive(long time, ReadOnlySpan<byte> bytes);
}
