using System;
using System.IO.Ports;

namespace Earshot.Node;

/// <summary>Opens the radio that the settings name.</summary>
public sealed class NodeRadio
{
    private const int SerialBaudRate = 115200;
    private const int SerialTimeout = 1000;
    private const string Digits = "0123456789ABCDEF";

    private readonly SerialPort _port;

    /// <summary>Opens the port.</summary>
    /// <exception cref="Exception">There is no such port, or it is in use.</exception>
    public NodeRadio(NodeSettings settings)
    {
        bool isModem = settings.Radio != RadioKind.Serial;
        LoRaWanDialect dialect = settings.Radio == RadioKind.LoRaE5 ? LoRaWanDialect.LoRaE5 : LoRaWanDialect.Rak3172;
        _port = new SerialPort("COM" + settings.RadioPort.ToString(), isModem ? dialect.BaudRate : SerialBaudRate);
        _port.WriteTimeout = SerialTimeout;
        _port.Open();
        if (isModem)
        {
            LoRaWanSettings use = new LoRaWanSettings();
            use.Region = (LoRaWanRegion)settings.Region;
            LoRaWanCredentials credentials = new LoRaWanCredentials(
                TextOf(settings.DevEui), TextOf(settings.JoinEui), TextOf(settings.AppKey));
            Modem = new LoRaWanModem(_port, dialect, credentials, use);
        }
    }

    /// <summary>The modem; null on a serial line.</summary>
    public LoRaWanModem Modem { get; }

    /// <summary>The radio, with the classes that it is to speak of.</summary>
    public ILabelRadio For(SoundClass[] classes)
    {
        if (Modem != null)
        {
            return Modem;
        }

        SerialRadio radio = new SerialRadio(_port, classes);
        radio.Introduce();
        return radio;
    }

    private static string TextOf(byte[] bytes)
    {
        char[] text = new char[2 * bytes.Length];
        for (int index = 0; index < bytes.Length; index++)
        {
            text[2 * index] = Digits[bytes[index] >> 4];
            text[(2 * index) + 1] = Digits[bytes[index] & 15];
        }

        return new string(text);
    }
}
