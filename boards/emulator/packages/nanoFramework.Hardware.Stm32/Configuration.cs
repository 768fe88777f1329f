using System.Runtime.CompilerServices;

namespace nanoFramework.Hardware.Stm32;

/// <summary>Sets up pins and converter channels beyond what the firmware was built with.</summary>
public static class Configuration
{
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void ConfigurePin(int pin, GpioConfiguration configuration);

    /// <param name="adc">The converter, 1 for ADC1.</param>
    /// <param name="adcChannel">The converter's own channel number, as in the datasheet.</param>
    /// <param name="pin">The pin number: port * 16 + bit.</param>
    /// <returns>The number to open the channel with.</returns>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern uint AddAdcChannel(uint adc, uint adcChannel, uint pin);

    /// <param name="channel">What <see cref="AddAdcChannel"/> returned.</param>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void RemoveAdcChannel(uint channel);
}
