namespace Earshot.Emulator.Peripherals;

/// <summary>How a pin is set up; the numbers are those of System.Device.Gpio.PinMode.</summary>
public enum GpioMode
{
    /// <summary>An input.</summary>
    Input = 0,

    /// <summary>An input that is low unless something drives it.</summary>
    InputPullDown = 1,

    /// <summary>An input that is high unless something drives it.</summary>
    InputPullUp = 2,

    /// <summary>A push-pull output.</summary>
    Output = 3,

    /// <summary>An output that only pulls low.</summary>
    OutputOpenDrain = 4,

    /// <summary>Not a digital pin: its state after a reset, and while a peripheral has it.</summary>
    Analog = -1,
}
