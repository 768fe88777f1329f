namespace System.Device.Gpio;

/// <summary>A pin opened through a controller, with the callback that was registered there.</summary>
internal class PinRegistration
{
    public GpioPin Pin;
    public PinEventTypes EventTypes;
    public PinChangeEventHandler Callback;
}
