using System.IO.Ports;

namespace Earshot;

/// <content>On a serial port.</content>
public sealed partial class LoRaWanModem
{
    /// <summary>Prepares a modem on a serial port. Nothing is sent yet.</summary>
    /// <param name="port">An open port at the modem's speed (<see cref="LoRaWanDialect.BaudRate"/>).</param>
    /// <param name="dialect">Which modem it is.</param>
    /// <param name="credentials">What it joins with.</param>
    /// <param name="settings">How it is used.</param>
    public LoRaWanModem(SerialPort port, LoRaWanDialect dialect, LoRaWanCredentials credentials, LoRaWanSettings settings)
        : this(new SerialAtPort(port), dialect, credentials, settings, null)
    {
    }
}
