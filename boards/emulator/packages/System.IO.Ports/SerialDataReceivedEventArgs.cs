namespace System.IO.Ports;

/// <summary>Says why <see cref="SerialPort.DataReceived"/> was raised.</summary>
public class SerialDataReceivedEventArgs : EventArgs
{
    internal SerialDataReceivedEventArgs(SerialData eventType) => EventType = eventType;

    public SerialData EventType { get; }
}
