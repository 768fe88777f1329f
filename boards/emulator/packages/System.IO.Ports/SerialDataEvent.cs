using nanoFramework.Runtime.Events;

namespace System.IO.Ports;

internal class SerialDataEvent : BaseEvent
{
    public int SerialDeviceIndex;
    public SerialData Event;
}
