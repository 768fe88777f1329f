using Earshot.Emulator.Loading;
using Earshot.Emulator.Peripherals;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of System.Device.Gpio.GpioPin.</summary>
[NativeHalfOf("System.Device.Gpio.GpioPin")]
public static class GpioPin
{
    /// <summary>The level, 0 or 1.</summary>
    public static byte Read(object self)
    {
        RequireOpen(self);
        return (byte)(PinOf(self).Level ? 1 : 0);
    }

    /// <summary>Changes an output; an input stays as it is.</summary>
    public static void Toggle(object self)
    {
        RequireOpen(self);
        if (IsOutput(self))
        {
            Drive(self, !PinOf(self).Level);
        }
    }

    /// <summary>Lets go of the pin.</summary>
    public static void DisposeNative(object self) => PinOf(self).Free();

    /// <summary>Whether the chip has the mode.</summary>
    public static bool NativeIsPinModeSupported(object self, int pinMode) => IsSupported(pinMode);

    /// <summary>Sets the mode, and listens for edges when there is a callback.</summary>
    /// <exception cref="ArgumentException">The chip has no such mode.</exception>
    public static void NativeSetPinMode(object self, int pinMode)
    {
        RequireOpen(self);
        if (!IsSupported(pinMode))
        {
            throw new ArgumentException(null, nameof(pinMode));
        }

        var pin = PinOf(self);
        pin.SetMode((GpioMode)pinMode);
        if (pinMode < (int)GpioMode.Output)
        {
            if (HasCallbacks(self))
            {
                pin.Listen(DebounceOf(self));
            }
            else
            {
                pin.StopListening();
            }
        }

        DeviceFields.Set(self, "_pinMode", pinMode);
    }

    /// <summary>Takes the pin, unless it is open already.</summary>
    public static bool NativeInit(object self, int pinNumber) =>
        pinNumber is >= 0 and < Gpio.PinCount && EmulatedBoard.Current.Gpio.Pin(pinNumber).Reserve(self);

    /// <summary>Takes over the debounce time.</summary>
    public static void NativeSetDebounceTimeout(object self) => PinOf(self).SetDebounce(DebounceOf(self));

    /// <summary>Drives an output.</summary>
    /// <exception cref="ArgumentException">It is an input.</exception>
    public static void WriteNative(object self, byte value)
    {
        RequireOpen(self);
        if (!IsOutput(self))
        {
            throw new ArgumentException(null, nameof(value));
        }

        Drive(self, value != 0);
    }

    /// <summary>Hands the pin to a peripheral.</summary>
    public static void NativeSetAlternateFunction(object self, int alternateFunction)
    {
        RequireOpen(self);
        PinOf(self).Free();
    }

    internal static bool IsSupported(int mode) => mode is >= (int)GpioMode.Input and <= (int)GpioMode.OutputOpenDrain;

    private static BoardPin PinOf(object self) => EmulatedBoard.Current.Gpio.Pin(DeviceFields.Get<int>(self, "_pinNumber"));

    private static bool IsOutput(object self) => DeviceFields.Get<int>(self, "_pinMode") >= (int)GpioMode.Output;

    private static bool HasCallbacks(object self) => DeviceFields.Get<object?>(self, "_callbacks") is not null;

    private static long DebounceOf(object self) => VirtualTime.From(DeviceFields.Get<TimeSpan>(self, "_debounceTimeout"));

    private static void Drive(object self, bool level)
    {
        PinOf(self).Write(level);
        if (HasCallbacks(self))
        {
            PinOf(self).Post(level);
        }
    }

    private static void RequireOpen(object self)
    {
        if (DeviceFields.Get<bool>(self, "_disposedValue"))
        {
            throw new ObjectDisposedException(null);
        }
    }
}
