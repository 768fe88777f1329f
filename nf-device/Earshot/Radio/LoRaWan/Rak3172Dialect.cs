namespace Earshot;

/// <summary>
/// RAK3172 with RUI3 4.x. Commands and answers: RAKwireless, "RUI3 AT Command Manual"
/// (docs.rakwireless.com/product-categories/software-apis-and-libraries/rui3/at-command-manual). The lines
/// <c>Restricted_Wait_…_ms</c> and <c>+EVT:TIMEREQ_OK</c> are not in it; they are in the firmware (RAK-STM32-RUI 4.2).
/// </summary>
internal sealed class Rak3172Dialect : LoRaWanDialect
{
    private const string Event = "+EVT:";

    public override int BaudRate => 115200;

    internal override int SetupSteps => 11;

    internal override AtAnswerKind TimeSign => AtAnswerKind.TimeSet;

    internal override bool IsDoneFinal => false;

    internal override AtAnswerKind LimitKind => AtAnswerKind.DataRate;

    internal override void WritePreamble(AtCommand command)
    {
        // With AT+LPM=1 it falls asleep whenever it has nothing to do, between two commands too. The first byte then wakes it and
        // is lost; when it was awake, an empty line does no harm.
        command.Text("\r\n");
    }

    internal override bool IsOptional(int step)
    {
        return step >= 8;
    }

    internal override void WriteSetup(int step, AtCommand command, LoRaWanCredentials credentials, LoRaWanSettings settings)
    {
        switch (step)
        {
            case 0: command.Text("AT+NWM=1"); break;
            case 1: command.Text("AT+NJM=1"); break;
            case 2: command.Text("AT+CLASS=A"); break;
            case 3: command.Text("AT+BAND=").Number((int)settings.Region); break;
            case 4: credentials.WriteDevEui(command.Text("AT+DEVEUI=")); break;
            case 5: credentials.WriteJoinEui(command.Text("AT+APPEUI=")); break;
            case 6: credentials.WriteAppKey(command.Text("AT+APPKEY=")); break;
            case 7: command.Text(settings.AdaptiveDataRate ? "AT+ADR=1" : "AT+ADR=0"); break;
            case 8: command.Text("AT+DCS=1"); break;
            case 9: command.Text("AT+RETY=0"); break;
            default: command.Text("AT+LPM=1"); break;
        }
    }

    internal override void WriteJoin(AtCommand command)
    {
        // Join now, not at power-on; one attempt: when to try again is the node's to decide.
        command.Text("AT+JOIN=1:0:10:0");
    }

    internal override void WritePrepare(AtCommand command, int port, bool confirmed)
    {
        command.Text(confirmed ? "AT+CFM=1" : "AT+CFM=0");
    }

    internal override void WriteSend(AtCommand command, int port, bool confirmed, byte[] payload, int length)
    {
        command.Text("AT+SEND=").Number(port).Text(":").Hexadecimal(payload, length);
    }

    internal override void WriteWake(AtCommand command)
    {
        command.Text("AT");
    }

    internal override bool WriteSleep(AtCommand command)
    {
        return false;
    }

    internal override void WriteReset(AtCommand command)
    {
        command.Text("ATZ");
    }

    internal override void WriteTimeRequest(AtCommand command)
    {
        command.Text("AT+TIMEREQ=1");
    }

    internal override void WriteTimeQuery(AtCommand command)
    {
        command.Text("AT+LTIME=?");
    }

    internal override void WriteLinkCheck(AtCommand command)
    {
        command.Text("AT+LINKCHECK=1");
    }

    internal override void WriteLimitQuery(AtCommand command)
    {
        command.Text("AT+DR=?");
    }

    public override void Parse(AtLine line, AtAnswer answer)
    {
        answer.Kind = AtAnswerKind.None;
        if (line.HasAt(0, Event))
        {
            ParseEvent(line, Event.Length, answer);
        }
        else if (line.HasAt(0, "Restricted_Wait_"))
        {
            ParseRestriction(line, answer);
        }
        else if (line.HasAt(0, "AT+DR="))
        {
            ParseNumber(line, "AT+DR=".Length, AtAnswerKind.DataRate, answer);
        }
        else if (line.HasAt(0, "AT+LTIME="))
        {
            ParseTime(line, answer);
        }
        else
        {
            answer.Kind = Status(line);
        }
    }

    private static AtAnswerKind Status(AtLine line)
    {
        if (line.Is("OK"))
        {
            return AtAnswerKind.Accepted;
        }

        if (line.Is("AT_BUSY_ERROR"))
        {
            return AtAnswerKind.Busy;
        }

        if (line.Is("AT_NO_NETWORK_JOINED"))
        {
            return AtAnswerKind.NotJoined;
        }

        if (line.Is("AT_ERROR") || line.Is("AT_PARAM_ERROR") || line.Is("AT_RX_ERROR") || line.Is("AT_TEST_PARAM_OVERFLOW") || line.Is("AT_COMMAND_NOT_FOUND"))
        {
            return AtAnswerKind.Refused;
        }

        return line.HasAt(0, "Current Work Mode:") ? AtAnswerKind.Restarted : AtAnswerKind.None;
    }

    private static void ParseEvent(AtLine line, int at, AtAnswer answer)
    {
        if (line.HasAt(at, "RX_"))
        {
            ParseDownlink(line, at, answer);
        }
        else if (line.HasAt(at, "LINKCHECK:"))
        {
            ParseLink(line, at + "LINKCHECK:".Length, answer);
        }
        else if (line.Is("+EVT:JOINED"))
        {
            answer.Kind = AtAnswerKind.Joined;
        }
        else if (line.HasAt(at, "JOIN_FAILED"))
        {
            answer.Kind = AtAnswerKind.JoinFailed;
        }
        else if (line.Is("+EVT:TX_DONE"))
        {
            answer.Kind = AtAnswerKind.Done;
        }
        else if (line.Is("+EVT:SEND_CONFIRMED_OK"))
        {
            answer.Kind = AtAnswerKind.Acknowledged;
        }
        else if (line.HasAt(at, "SEND_CONFIRMED_FAILED"))
        {
            answer.Kind = AtAnswerKind.NotAcknowledged;
        }
        else if (line.Is("+EVT:TIMEREQ_OK"))
        {
            answer.Kind = AtAnswerKind.TimeSet;
        }
        else if (line.Is("+EVT:AT_NO_NETWORK_JOINED"))
        {
            answer.Kind = AtAnswerKind.NotJoined;
        }
    }

    // +EVT:RX_1:-70:8:UNICAST:1:1234 — window, RSSI, SNR, cast, port, payload.
    private static void ParseDownlink(AtLine line, int at, AtAnswer answer)
    {
        for (int field = 0; field < 4; field++)
        {
            at = line.FindFrom(at, ':') + 1;
            if (at == 0)
            {
                return;
            }
        }

        int length;
        int port;
        if (!line.TryReadNumber(ref at, out port) || port < 1 || port > 223 || !line.HasAt(at, ":"))
        {
            return;
        }

        at++;
        if (line.TryReadHexadecimal(ref at, answer.Received.Bytes, out length) && at == line.Length && length > 0)
        {
            answer.Received.Port = port;
            answer.Received.Length = length;
            answer.Kind = AtAnswerKind.Received;
        }
    }

    // +EVT:LINKCHECK:0:15:1:-60:7 — failed, margin, gateways, RSSI, SNR.
    private static void ParseLink(AtLine line, int at, AtAnswer answer)
    {
        int failed;
        int margin;
        int gateways;
        if (!line.TryReadNumber(ref at, out failed) || failed != 0 || !line.HasAt(at++, ":")
            || !line.TryReadNumber(ref at, out margin) || !line.HasAt(at++, ":") || !line.TryReadNumber(ref at, out gateways))
        {
            return;
        }

        answer.Kind = AtAnswerKind.Link;
        answer.Number = margin;
        answer.Gateways = gateways;
    }

    private static void ParseRestriction(AtLine line, AtAnswer answer)
    {
        int at = "Restricted_Wait_".Length;
        int wait;
        if (line.TryReadNumber(ref at, out wait) && wait >= 0 && line.HasAt(at, "_ms"))
        {
            answer.Kind = AtAnswerKind.Restricted;
            answer.Number = wait;
        }
    }

    private static void ParseNumber(AtLine line, int at, AtAnswerKind kind, AtAnswer answer)
    {
        int number;
        if (line.TryReadNumber(ref at, out number) && at == line.Length)
        {
            answer.Kind = kind;
            answer.Number = number;
        }
    }

    // AT+LTIME=15h08m55s on 08/17/2026 — in UTC, to the second; the middle of that second is the best guess.
    private static void ParseTime(AtLine line, AtAnswer answer)
    {
        int at = "AT+LTIME=".Length;
        int hour;
        int minute;
        int second;
        int month;
        int day;
        int year;
        long time;
        if (line.TryReadNumber(ref at, out hour) && line.HasAt(at++, "h") && line.TryReadNumber(ref at, out minute) && line.HasAt(at++, "m")
            && line.TryReadNumber(ref at, out second) && line.HasAt(at, "s on ") && ReadDate(line, at + 5, out month, out day, out year)
            && AtTime.TryCombine(year, month, day, hour, minute, second, out time))
        {
            answer.Kind = AtAnswerKind.Time;
            answer.Time = time + 500;
        }
    }

    private static bool ReadDate(AtLine line, int at, out int month, out int day, out int year)
    {
        day = 0;
        year = 0;
        return line.TryReadNumber(ref at, out month) && line.HasAt(at++, "/") && line.TryReadNumber(ref at, out day)
            && line.HasAt(at++, "/") && line.TryReadNumber(ref at, out year) && at == line.Length;
    }
}
