using System.Globalization;

namespace Earshot.Emulator.Radio;

/// <summary>RUI3 4.x of RAKwireless: the part of its "RUI3 AT Command Manual" that a node needs. Others are AT_COMMAND_NOT_FOUND.</summary>
internal sealed class Rak3172Front(LoRaWanModemModel modem) : AtFront(modem)
{
    private bool _isConfirmed;

    public override int BaudRate => 115200;

    public override int BytesLostOnWaking => 1;

    protected override DateTime Epoch => new(1980, 1, 6, 0, 0, 0, DateTimeKind.Utc);

    public override void Restarted()
    {
        base.Restarted();
        _isConfirmed = false;
    }

    public override void Ready()
    {
        Modem.Say("RAKwireless RAK3172-H");
        Modem.Say("------------------------------------------------------");
        Modem.Say("Current Work Mode: LoRaWAN.");
    }

    public override void Execute(string line)
    {
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? line : line[..equals];
        var value = equals < 0 ? "" : line[(equals + 1)..];
        switch (name)
        {
            case "AT":
                Status("OK");
                break;
            case "ATZ":
                Modem.Restart();
                break;
            case "AT+JOIN":
                Join();
                break;
            case "AT+SEND":
                Send(value);
                break;
            default:
                Status(value == "?" ? Query(name) : Set(name, value));
                break;
        }
    }

    private void Status(string status) => Modem.Say("\r\n" + status);

    private string Set(string name, string value)
    {
        switch (name)
        {
            case "AT+DEVEUI":
                return Result(TrySetEui(value, isDevice: true));
            case "AT+APPEUI":
                return Result(TrySetEui(value, isDevice: false));
            case "AT+APPKEY":
                return Result(TrySetKey(value));
            case "AT+CLASS":
                return Result(value == "A");
            case "AT+BAND":
                return Result(value == "4");
        }

        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return IsKnown(name) ? "AT_PARAM_ERROR" : "AT_COMMAND_NOT_FOUND";
        }

        switch (name)
        {
            case "AT+CFM":
                _isConfirmed = number == 1;
                return Result(number is 0 or 1);
            case "AT+ADR":
                Device.IsAdaptive = number == 1;
                return Result(number is 0 or 1);
            case "AT+DCS":
                Device.KeepsDutyCycle = number == 1;
                return Result(number is 0 or 1);
            case "AT+DR":
                Device.DataRateIndex = Math.Min(number, 5);
                return Result(number <= 5);
            case "AT+LPM":
                Modem.SleepsByItself = number == 1;
                return Result(number is 0 or 1);
            case "AT+TIMEREQ":
                Device.WantsTime = number == 1;
                return Result(number is 0 or 1);
            case "AT+LINKCHECK":
                Device.WantsLinkCheck = number > 0;
                return Result(number is 0 or 1);
            case "AT+RETY":
                return Result(number == 0);
            default:
                return name is "AT+NWM" or "AT+NJM" ? Result(number == 1) : "AT_COMMAND_NOT_FOUND";
        }
    }

    private static bool IsKnown(string name) => name is "AT+CFM" or "AT+ADR" or "AT+DCS" or "AT+DR" or "AT+LPM" or "AT+TIMEREQ"
        or "AT+LINKCHECK" or "AT+RETY" or "AT+NWM" or "AT+NJM";

    private static string Result(bool isGood) => isGood ? "OK" : "AT_PARAM_ERROR";

    private string Query(string name)
    {
        string? value = name switch
        {
            "AT+DR" => Device.DataRateIndex.ToString(CultureInfo.InvariantCulture),
            "AT+NJS" => Device.IsJoined ? "1" : "0",
            "AT+LTIME" => Clock.UtcNow.ToString("HH'h'mm'm'ss's on 'MM'/'dd'/'yyyy", CultureInfo.InvariantCulture),
            _ => null,
        };
        if (value is null)
        {
            return "AT_COMMAND_NOT_FOUND";
        }

        Modem.Say(name + "=" + value);
        return "OK";
    }

    private void Join()
    {
        if (Device.IsBusy)
        {
            Status("AT_BUSY_ERROR");
            return;
        }

        Restrict(Device.Join(isJoined => Modem.Say(isJoined ? "+EVT:JOINED" : "+EVT:JOIN_FAILED_RX_TIMEOUT")));
    }

    private void Restrict(long wait)
    {
        if (wait > 0)
        {
            Modem.Say($"Restricted_Wait_{Milliseconds(wait)}_ms");
        }

        Status(wait > 0 ? "AT_BUSY_ERROR" : "OK");
    }

    private void Send(string value)
    {
        var parts = value.Split(':');
        if (parts.Length != 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            || port is < 1 or > 223 || !TryParseHex(parts[1], out var payload))
        {
            Status("AT_PARAM_ERROR");
        }
        else if (!Device.IsJoined)
        {
            Status("AT_NO_NETWORK_JOINED");
        }
        else if (Device.IsBusy)
        {
            Status("AT_BUSY_ERROR");
        }
        else if (payload.Length > Device.DataRate.MaximumPayload)
        {
            Status("AT_PARAM_ERROR");
        }
        else
        {
            var isConfirmed = _isConfirmed;
            var asksTime = Device.WantsTime;
            Restrict(Device.Send(port, payload, isConfirmed, result => Report(result, isConfirmed, asksTime)));
        }
    }

    private void Report(EndDeviceResult result, bool isConfirmed, bool asksTime)
    {
        if (result.Port > 0)
        {
            Modem.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"+EVT:RX_{result.Window}:{result.Rssi:F0}:{result.Snr:F0}:UNICAST:{result.Port}:{Convert.ToHexString(result.Payload).ToLowerInvariant()}"));
        }

        if (result.Link is var (margin, gateways))
        {
            Modem.Say(string.Create(CultureInfo.InvariantCulture, $"+EVT:LINKCHECK:0:{margin}:{gateways}:{result.Rssi:F0}:{result.Snr:F0}"));
        }

        if (asksTime)
        {
            if (result.UplinkEnd is { } time)
            {
                Clock.Set(time, result.EndedAt);
            }

            Modem.Say(result.UplinkEnd is null ? "+EVT:TIMEREQ_FAILED" : "+EVT:TIMEREQ_OK");
        }

        Modem.Say(!isConfirmed ? "+EVT:TX_DONE" : result.IsAcknowledged ? "+EVT:SEND_CONFIRMED_OK" : "+EVT:SEND_CONFIRMED_FAILED(4)");
    }
}
