namespace Earshot.Emulator.Peripherals;

/// <summary>Bytes that crossed a serial line together.</summary>
/// <param name="Time">Virtual time at which the last of them was complete, in nanoseconds.</param>
/// <param name="Bytes">The bytes.</param>
public sealed record UartTransfer(long Time, byte[] Bytes);
