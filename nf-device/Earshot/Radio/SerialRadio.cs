using System;
using System.IO.Ports;
using System.Text;

namespace Earshot;

/// <summary>
/// Sends events as lines of text over a serial port, for a gateway and for a person with a terminal. It uses the port but
/// does not own it.
/// </summary>
public sealed class SerialRadio : ILabelRadio
{
    private readonly SerialPort _port;
    private readonly SoundClass[] _classes;

    /// <summary>Prepares the radio.</summary>
    /// <param name="port">An open port.</param>
    /// <param name="classes">The model's classes, for the notes.</param>
    public SerialRadio(SerialPort port, SoundClass[] classes)
    {
        _port = port;
        _classes = classes;
    }

    /// <inheritdoc/>
    public int MaximumLength => 64;

    /// <summary>Tells the listener the names of the labels, so that it needs no model.</summary>
    public void Introduce()
    {
        for (int index = 0; index < _classes.Length; index++)
        {
            byte[] name = Encoding.UTF8.GetBytes(_classes[index].Label);
            byte[] payload = new byte[name.Length + 1];
            payload[0] = (byte)index;
            Array.Copy(name, 0, payload, 1, name.Length);
            WriteLine(SerialFrame.Write(SerialFrame.LabelKind, payload, payload.Length, index.ToString() + " " + _classes[index].Label));
        }
    }

    /// <inheritdoc/>
    public int RetryAfter => 0;

    /// <inheritdoc/>
    /// <remarks>Nobody answers on this line: a payload that is asked to be confirmed is sent like any other.</remarks>
    public SendResult Send(byte[] payload, int length, bool confirmed)
    {
        try
        {
            WriteLine(SerialFrame.Write(SerialFrame.EventKind, payload, length, Describe(payload, length)));
            return SendResult.Sent;
        }
        catch (TimeoutException)
        {
            return SendResult.Failed;
        }
    }

    /// <inheritdoc/>
    /// <remarks>There are none.</remarks>
    public bool TryReceive(Downlink downlink)
    {
        return false;
    }

    private void WriteLine(string line)
    {
        _port.Write(line + "\r\n");
    }

    private string Describe(byte[] payload, int length)
    {
        EventMessage message = EventPayload.Read(payload, 0, length);
        if (message == null)
        {
            return KindOf(payload);
        }

        string label = message.Label < _classes.Length ? _classes[message.Label].Label : "unknown";
        int percent = ((message.Confidence * 100) + 127) / 255;
        return label + ", " + percent.ToString() + " %, " + Fraction(message.Duration, 4, 2) + " s, " + Fraction(message.Level, 2, 1) + " dB(A)";
    }

    private static string KindOf(byte[] payload)
    {
        switch (PayloadHeader.ReadKind(payload, 0))
        {
            case PayloadKind.Levels: return "levels";
            case PayloadKind.Classes: return "classes";
            case PayloadKind.Status: return "status";
            case PayloadKind.Settings: return "settings";
            case PayloadKind.Microphone: return "microphone";
            default: return "?";
        }
    }

    // Whole-number arithmetic: the text of a float takes the interpreter long.
    private static string Fraction(int value, int denominator, int decimals)
    {
        int scale = decimals == 2 ? 100 : 10;
        int fraction = value % denominator * scale / denominator;
        return (value / denominator).ToString() + "." + fraction.ToString("D" + decimals.ToString());
    }
}
