using System;
using System.IO.Ports;
using System.Threading;

namespace Earshot.Scenarios;

/// <summary>Uses a modem step by step, as the test says: <c>rak join send:01 confirm:02 wait:1000 receive time link</c>.</summary>
internal static class RadioScript
{
    private static readonly string[] s_results = { "Sent", "Acknowledged", "NotAcknowledged", "Busy", "NotJoined", "Failed" };

    public static void Run(string script)
    {
        string[] steps = script.Split(' ');
        LoRaWanDialect dialect = steps[0] == "rak" ? LoRaWanDialect.Rak3172 : LoRaWanDialect.LoRaE5;
        LoRaWanCredentials credentials = new LoRaWanCredentials(steps[1], steps[2], steps[3]);
        using (SerialPort port = new SerialPort("COM6", dialect.BaudRate))
        {
            port.Open();
            LoRaWanModem modem = new LoRaWanModem(port, dialect, credentials, new LoRaWanSettings());
            for (int index = 4; index < steps.Length; index++)
            {
                string[] parts = steps[index].Split(':');
                Host.Report(Step(modem, parts[0], parts.Length > 1 ? parts[1] : ""));
            }
        }
    }

    private static string Step(LoRaWanModem modem, string name, string argument)
    {
        switch (name)
        {
            case "join":
                return modem.Join().ToString();
            case "send":
            case "confirm":
                byte[] payload = Parse(argument);
                return s_results[(int)modem.Send(payload, payload.Length, name == "confirm")];
            case "deliver":
                return Deliver(modem, Parse(argument));
            case "wait":
                Thread.Sleep(int.Parse(argument));
                return "waited";
            case "receive":
                Downlink downlink = new Downlink();
                return modem.TryReceive(downlink) ? Describe(downlink) : "nothing";
            case "time":
                long time;
                return modem.TryReadTime(out time) ? time.ToString() : "no time";
            case "check":
                modem.RequestLinkCheck();
                return "asked";
            case "state":
                return modem.IsJoined.ToString() + " " + modem.MaximumLength.ToString() + " " + modem.LinkMargin.ToString() + " "
                    + modem.LinkGateways.ToString() + " " + modem.Resets.ToString();
            case "retry":
                return modem.RetryAfter.ToString();
            default:
                throw new ArgumentException(name);
        }
    }

    // As a queue does: again and again, each time when the modem says, until it is acknowledged.
    private static string Deliver(LoRaWanModem modem, byte[] payload)
    {
        int attempts = 0;
        SendResult result;
        do
        {
            Thread.Sleep(modem.RetryAfter + 100);
            result = modem.Send(payload, payload.Length, true);
            attempts++;
        }
        while (result != SendResult.Acknowledged);

        return attempts.ToString();
    }

    private static string Describe(Downlink downlink)
    {
        string text = downlink.Port.ToString() + ":";
        for (int index = 0; index < downlink.Length; index++)
        {
            text += downlink.Bytes[index].ToString("X2");
        }

        return text;
    }

    private static byte[] Parse(string text)
    {
        byte[] bytes = new byte[text.Length / 2];
        for (int index = 0; index < bytes.Length; index++)
        {
            bytes[index] = (byte)Convert.ToInt32(text.Substring(2 * index, 2), 16);
        }

        return bytes;
    }
}
