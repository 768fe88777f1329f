using System.Collections;
using nanoFramework.Runtime.Events;

namespace System.IO.Ports;

/// <summary>Hands the firmware's "bytes have arrived" events to the open port that they are for.</summary>
internal class SerialDeviceEventListener : IEventProcessor, IEventListener
{
    private readonly ArrayList _ports = new();

    public SerialDeviceEventListener()
    {
        EventSink.AddEventProcessor(EventCategory.SerialDevice, this);
        EventSink.AddEventListener(EventCategory.SerialDevice, this);
    }

    public void InitializeForEventSource()
    {
    }

    /// <param name="data1">The port number in the upper 16 bits.</param>
    /// <param name="data2">A <see cref="SerialData"/>.</param>
    public BaseEvent ProcessEvent(uint data1, uint data2, DateTime time) =>
        new SerialDataEvent { SerialDeviceIndex = (int)(data1 >> 16), Event = (SerialData)data2 };

    public bool OnEvent(BaseEvent ev)
    {
        var received = (SerialDataEvent)ev;
        Find(received.SerialDeviceIndex)?.OnReceived(received.Event);
        return true;
    }

    public void Add(SerialPort port)
    {
        lock (_ports)
        {
            _ports.Add(port);
        }
    }

    public void Remove(SerialPort port)
    {
        lock (_ports)
        {
            _ports.Remove(port);
        }
    }

    private SerialPort Find(int index)
    {
        lock (_ports)
        {
            foreach (SerialPort port in _ports)
            {
                if (port._portIndex == index)
                {
                    return port;
                }
            }
        }

        return null;
    }
}
