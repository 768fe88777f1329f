using Earshot.Emulator.Loading;
using Earshot.Emulator.Peripherals;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of System.Device.Spi.SpiBusInfo.</summary>
[NativeHalfOf("System.Device.Spi.SpiBusInfo")]
public static class SpiBusInfo
{
    /// <summary>Hertz.</summary>
    /// <exception cref="ArgumentException">The board has no such bus.</exception>
    public static int NativeMaxClockFrequency(object self) => BusesOf(self).MaximumFrequency;

    /// <inheritdoc cref="NativeMaxClockFrequency"/>
    public static int NativeMinClockFrequency(object self) => BusesOf(self).MinimumFrequency;

    private static SpiBuses BusesOf(object self) => DeviceFields.Get<int>(self, "_controllerId") is >= 1 and <= SpiBuses.Count
        ? EmulatedBoard.Current.Spi
        : throw new ArgumentException("bus");
}
