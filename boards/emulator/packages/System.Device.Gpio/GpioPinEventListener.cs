using System.Collections;
using nanoFramework.Runtime.Events;

namespace System.Device.Gpio;

/// <summary>Hands the firmware's edges to the open pin that they are for.</summary>
internal class GpioPinEventListener : IEventProcessor, IEventListener
{
    private readonly ArrayList _pins = new();

    public GpioPinEventListener()
    {
        EventSink.AddEventProcessor(EventCategory.Gpio, this);
        EventSink.AddEventListener(EventCategory.Gpio, this);
    }

    public void InitializeForEventSource()
    {
    }

    /// <param name="data1">The pin number in the upper 16 bits.</param>
    /// <param name="data2">The new level, 0 for low.</param>
    public BaseEvent ProcessEvent(uint data1, uint data2, DateTime time) => new GpioPinEvent
    {
        PinNumber = (int)(data1 >> 16),
        EventType = data2 == 0 ? PinEventTypes.Falling : PinEventTypes.Rising,
    };

    public bool OnEvent(BaseEvent ev)
    {
        var edge = (GpioPinEvent)ev;
        Find(edge.PinNumber)?.OnEdge(edge.EventType);
        return true;
    }

    public void Add(GpioPin pin)
    {
        lock (_pins)
        {
            _pins.Add(pin);
        }
    }

    public void Remove(GpioPin pin)
    {
        lock (_pins)
        {
            _pins.Remove(pin);
        }
    }

    private GpioPin Find(int number)
    {
        lock (_pins)
        {
            foreach (GpioPin pin in _pins)
            {
                if (pin.PinNumber == number)
                {
                    return pin;
                }
            }
        }

        return null;
    }
}
