using System.Globalization;

namespace Earshot.Emulator.Radio;

/// <summary>
/// The factory firmware of Seeed's LoRa-E5: the part of its "LoRa-E5 AT Command Specification" V1.0 that a node needs. Others are
/// ERROR(-10), an unknown command; a wrong value is ERROR(-1).
/// </summary>
internal sealed class LoRaE5Front(LoRaWanModemModel modem) : AtFront(modem)
{
    private int _port = 8;

    public override int BaudRate => 9600;

    public override int BytesLostOnWaking => 4;

    protected override DateTime Epoch => new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public override void Woken() => Modem.Say("+LOWPOWER: WAKEUP");

    public override void Restarted()
    {
        base.Restarted();
        _port = 8;
    }

    public override void Execute(string line)
    {
        if (!line.StartsWith("AT", StringComparison.OrdinalIgnoreCase))
        {
            Modem.Say("+AT: ERROR(-11)");
            return;
        }

        var equals = line.IndexOf('=', StringComparison.Ordinal);
        var name = (equals < 0 ? line : line[..equals]).ToUpperInvariant();
        var arguments = equals < 0 ? [] : line[(equals + 1)..].Split(',').Select(argument => argument.Trim().Trim('"')).ToArray();
        switch (name)
        {
            case "AT":
                Modem.Say("+AT: OK");
                break;
            case "AT+RESET":
                Modem.Say("+RESET: OK");
                Modem.Restart();
                break;
            case "AT+LOWPOWER":
                Modem.Say("+LOWPOWER: SLEEP");
                Modem.Sleep();
                break;
            case "AT+JOIN":
                Join(isForced: arguments is ["FORCE"]);
                break;
            case "AT+MSGHEX":
            case "AT+CMSGHEX":
                Send(name[2..], arguments);
                break;
            default:
                Modem.Say(name[2..] + ": " + Set(name, arguments));
                break;
        }
    }

    private string Set(string name, string[] arguments)
    {
        switch (name, arguments)
        {
            case ("AT+MODE", ["LWOTAA"]):
            case ("AT+CLASS", ["A"]):
            case ("AT+DR", ["EU868"]):
            case ("AT+RETRY", ["0"]):
                return arguments[0];
            case ("AT+ADR", ["ON" or "OFF"]):
                Device.IsAdaptive = arguments[0] == "ON";
                return arguments[0];
            case ("AT+ID", ["DevEui", var eui]) when TrySetEui(eui, isDevice: true):
                return "DevEui, " + Colons(eui);
            case ("AT+ID", ["AppEui", var eui]) when TrySetEui(eui, isDevice: false):
                return "AppEui, " + Colons(eui);
            case ("AT+KEY", ["APPKEY", var key]) when TrySetKey(key):
                return "APPKEY " + key.ToUpperInvariant();
            case ("AT+PORT", [var text]) when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 224:
                _port = port;
                return text;
            case ("AT+LW", ["LEN"]):
                return "LEN, " + Device.DataRate.MaximumPayload.ToString(CultureInfo.InvariantCulture);
            case ("AT+LW", ["DTR"]):
                Device.WantsTime = true;
                return "DTR";
            case ("AT+LW", ["LCR"]):
                Device.WantsLinkCheck = true;
                return "LCR";
            case ("AT+RTC", ["UTCMS"]):
                return Clock.UtcNow.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);
            default:
                return name is "AT+MODE" or "AT+CLASS" or "AT+DR" or "AT+RETRY" or "AT+ADR" or "AT+ID" or "AT+KEY" or "AT+PORT" or "AT+LW" or "AT+RTC"
                    ? "ERROR(-1)"
                    : "ERROR(-10)";
        }
    }

    private static string Colons(string eui) => string.Join(':', eui.ToUpperInvariant().Chunk(2).Select(pair => new string(pair)));

    private void Join(bool isForced)
    {
        if (Device.IsBusy)
        {
            Modem.Say("+JOIN: LoRaWAN modem is busy");
            return;
        }

        if (Device.IsJoined && !isForced)
        {
            Modem.Say("+JOIN: Joined already");
            return;
        }

        if (Device.Join(Finish) is var wait and > 0)
        {
            Modem.Say($"+JOIN: No band in {Milliseconds(wait)}ms");
            return;
        }

        Modem.Say("+JOIN: Start");
        Modem.Say(isForced ? "+JOIN: FORCE" : "+JOIN: NORMAL");

        void Finish(bool isJoined)
        {
            Modem.Say(isJoined ? "+JOIN: Network joined" : "+JOIN: Join failed");
            Modem.Say("+JOIN: Done");
        }
    }

    private void Send(string name, string[] arguments)
    {
        var isConfirmed = name == "+CMSGHEX";
        if (arguments is not [var text] || !TryParseHex(text.Replace(" ", "", StringComparison.Ordinal), out var payload))
        {
            Modem.Say(name + ": ERROR(-1)");
        }
        else if (!Device.IsJoined)
        {
            Modem.Say(name + ": Please join network first");
        }
        else if (Device.IsBusy)
        {
            Modem.Say(name + ": LoRaWAN modem is busy");
        }
        else if (payload.Length > Device.DataRate.MaximumPayload)
        {
            Modem.Say(string.Create(CultureInfo.InvariantCulture, $"{name}: Length error {Device.DataRate.MaximumPayload}"));
        }
        else if (Device.Send(_port, payload, isConfirmed, result => Report(name, result)) is var wait and > 0)
        {
            Modem.Say($"{name}: No band in {Milliseconds(wait)}ms");
        }
        else
        {
            Modem.Say(name + ": Start");
            if (isConfirmed)
            {
                Modem.Say(name + ": Wait ACK");
            }
        }
    }

    private void Report(string name, EndDeviceResult result)
    {
        if (result.UplinkEnd is { } time)
        {
            Clock.Set(time, result.EndedAt);
        }

        if (result.Link is var (margin, gateways))
        {
            Modem.Say(string.Create(CultureInfo.InvariantCulture, $"{name}: Link {margin}, {gateways}"));
        }

        if (result.IsAcknowledged)
        {
            Modem.Say(name + ": ACK Received");
        }

        if (result.Port > 0)
        {
            Modem.Say($"{name}: PORT: {result.Port}; RX: \"{Convert.ToHexString(result.Payload)}\"");
        }

        if (result.Window > 0)
        {
            Modem.Say(string.Create(CultureInfo.InvariantCulture, $"{name}: RXWIN{result.Window}, RSSI {result.Rssi:F0}, SNR {result.Snr:F1}"));
        }

        Modem.Say(name + ": Done");
    }
}
