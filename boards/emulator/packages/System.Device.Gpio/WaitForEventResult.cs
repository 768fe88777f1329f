namespace System.Device.Gpio;

/// <summary>How a wait for a pin ended.</summary>
public struct WaitForEventResult
{
    public PinEventTypes EventTypes;
    public bool TimedOut;
}
