namespace Earshot.Emulator.Peripherals;

/// <summary>A converter channel that a program has added.</summary>
/// <param name="Adc">The converter, from 1.</param>
/// <param name="Channel">Its channel, as the datasheet numbers it.</param>
/// <param name="Pin">The pin that the chip has linked to it, such as PA0.</param>
public sealed record AddedAdcChannel(int Adc, int Channel, string Pin);
