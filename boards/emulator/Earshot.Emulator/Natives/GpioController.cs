using Earshot.Emulator.Loading;
using Earshot.Emulator.Peripherals;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of System.Device.Gpio.GpioController.</summary>
[NativeHalfOf("System.Device.Gpio.GpioController")]
public static class GpioController
{
#pragma warning disable IDE1006 // Property accessors keep the name that IL knows them by.
    /// <summary>Pins that the firmware counts.</summary>
    public static int get_PinCount(object self) => Gpio.PinCount;
#pragma warning restore IDE1006

    /// <summary>Stops every interrupt.</summary>
    public static void DisposeNative(object self) => EmulatedBoard.Current.Gpio.StopListening();

    /// <summary>Whether the chip has the mode.</summary>
    public static bool IsPinModeSupported(object self, int pinNumber, int mode) => GpioPin.IsSupported(mode);

    /// <summary>Whether a pin is open.</summary>
    public static bool IsPinOpen(object self, int pinNumber) =>
        pinNumber is >= 0 and < Gpio.PinCount && EmulatedBoard.Current.Gpio.Pin(pinNumber).IsReserved;

    /// <summary>Sets a pin's mode.</summary>
    /// <exception cref="InvalidOperationException">The pin is not open.</exception>
    public static void SetPinMode(object self, int pinNumber, int mode) => GpioPin.NativeSetPinMode(PinOf(self, pinNumber), mode);

    /// <summary>A pin's level.</summary>
    /// <inheritdoc cref="SetPinMode" path="/exception"/>
    public static byte NativeRead(object self, int pinNumber) => GpioPin.Read(PinOf(self, pinNumber));

    /// <summary>Drives a pin.</summary>
    /// <inheritdoc cref="SetPinMode" path="/exception"/>
    public static void NativeWrite(object self, int pinNumber, byte value) => GpioPin.WriteNative(PinOf(self, pinNumber), value);

    private static object PinOf(object self, int pinNumber)
    {
        if (DeviceFields.Get<bool>(self, "_disposedValue"))
        {
            throw new ObjectDisposedException(null);
        }

        return pinNumber is >= 0 and < Gpio.PinCount && EmulatedBoard.Current.Gpio.Pin(pinNumber).Owner is { } owner
            ? owner
            : throw new InvalidOperationException();
    }
}
