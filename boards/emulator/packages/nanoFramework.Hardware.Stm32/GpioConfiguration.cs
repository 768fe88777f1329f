namespace nanoFramework.Hardware.Stm32;

/// <summary>The settings of one pin.</summary>
public class GpioConfiguration
{
    // The firmware reads these fields by name: keep the names.
    private IOMode _mode;
    private PullUpDownActivation _pullUpDown;
    private Speed _speed;
    private byte _alternateFunction;

    public enum IOMode
    {
        Input = 0,
        Output = 1,
        AlternateFunction = 2,
        Analog = 3,
        OutputPushPull = Output,
        OutputOpenDrain = Output | 16,
    }

    public enum PullUpDownActivation
    {
        Floating = 0,
        PullUp = 1,
        PullDown = 2,
    }

    public enum Speed
    {
        Low = 0,
        Medium = 1,
        High = 2,
        VeryHigh = 3,
    }

    public IOMode Mode
    {
        get => _mode;
        set => _mode = value;
    }

    public PullUpDownActivation PinState
    {
        get => _pullUpDown;
        set => _pullUpDown = value;
    }

    public Speed SpeedSelection
    {
        get => _speed;
        set => _speed = value;
    }

    /// <summary>The function's number in the datasheet, 0 to 15.</summary>
    public byte AlternateFunction
    {
        get => _alternateFunction;
        set => _alternateFunction = value;
    }
}
