namespace Earshot.Emulator.Peripherals;

/// <summary>How managed code talks to a device on an SPI bus.</summary>
/// <param name="Bus">From 1.</param>
/// <param name="ChipSelect">The pin's number, or −1 when managed code drives the line itself.</param>
/// <param name="IsActiveHigh">Whether the line is high while the device is selected.</param>
/// <param name="Frequency">Hertz that are asked for.</param>
internal sealed record SpiDeviceSettings(int Bus, int ChipSelect, bool IsActiveHigh, int Frequency);
