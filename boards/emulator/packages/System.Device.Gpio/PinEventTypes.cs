namespace System.Device.Gpio;

public enum PinEventTypes
{
    None = 0,
    Rising = 1,
    Falling = 2,
}
