namespace Earshot;

/// <summary>
/// Seeed LoRa-E5. Commands and answers: Seeed Technology, "LoRa-E5 AT Command Specification", V1.0
/// (files.seeedstudio.com/products/317990687/res/LoRa-E5%20AT%20Command%20Specification_V1.0%20.pdf).
/// Each answer begins with a plus, the command's name, a colon and a space.
/// </summary>
internal sealed class LoRaE5Dialect : LoRaWanDialect
{
    public override int BaudRate => 9600;

    internal override int SetupSteps => 8;

    internal override AtAnswerKind TimeSign => AtAnswerKind.Heard;

    internal override bool IsDoneFinal => true;

    internal override AtAnswerKind LimitKind => AtAnswerKind.MaximumLength;

    internal override void WritePreamble(AtCommand command)
    {
        // Between the waking and AT+LOWPOWER it is awake.
    }

    internal override bool IsOptional(int step)
    {
        return step >= 7;
    }

    internal override void WriteSetup(int step, AtCommand command, LoRaWanCredentials credentials, LoRaWanSettings settings)
    {
        switch (step)
        {
            case 0: command.Text("AT+MODE=LWOTAA"); break;
            case 1: command.Text("AT+CLASS=A"); break;
            case 2: command.Text("AT+DR=").Text(Plan(settings.Region)); break;
            case 3: credentials.WriteDevEui(command.Text("AT+ID=DevEui,\"")); command.Text("\""); break;
            case 4: credentials.WriteJoinEui(command.Text("AT+ID=AppEui,\"")); command.Text("\""); break;
            case 5: credentials.WriteAppKey(command.Text("AT+KEY=APPKEY,\"")); command.Text("\""); break;
            case 6: command.Text(settings.AdaptiveDataRate ? "AT+ADR=ON" : "AT+ADR=OFF"); break;
            default: command.Text("AT+RETRY=0"); break;
        }
    }

    internal override void WriteJoin(AtCommand command)
    {
        // Without FORCE it answers that it has joined already, even when the network has forgotten it.
        command.Text("AT+JOIN=FORCE");
    }

    internal override void WritePrepare(AtCommand command, int port, bool confirmed)
    {
        command.Text("AT+PORT=").Number(port);
    }

    internal override void WriteSend(AtCommand command, int port, bool confirmed, byte[] payload, int length)
    {
        command.Text(confirmed ? "AT+CMSGHEX=\"" : "AT+MSGHEX=\"").Hexadecimal(payload, length).Text("\"");
    }

    internal override void WriteWake(AtCommand command)
    {
        // What comes while it wakes up is lost; section LOWPOWER asks for at least four bytes 0xFF.
        command.Byte(0xFF).Byte(0xFF).Byte(0xFF).Byte(0xFF).Text("AT");
    }

    internal override bool WriteSleep(AtCommand command)
    {
        command.Text("AT+LOWPOWER");
        return true;
    }

    internal override void WriteReset(AtCommand command)
    {
        command.Text("AT+RESET");
    }

    internal override void WriteTimeRequest(AtCommand command)
    {
        command.Text("AT+LW=DTR");
    }

    internal override void WriteTimeQuery(AtCommand command)
    {
        command.Text("AT+RTC=UTCMS");
    }

    internal override void WriteLinkCheck(AtCommand command)
    {
        command.Text("AT+LW=LCR");
    }

    internal override void WriteLimitQuery(AtCommand command)
    {
        command.Text("AT+LW=LEN");
    }

    public override void Parse(AtLine line, AtAnswer answer)
    {
        answer.Kind = AtAnswerKind.None;
        int colon = line.FindFrom(0, ':');
        if (!line.HasAt(0, "+") || colon < 0 || !line.HasAt(colon + 1, " "))
        {
            return;
        }

        int at = colon + 2;
        if (line.HasAt(at, "ERROR("))
        {
            answer.Kind = AtAnswerKind.Refused;
        }
        else if (line.HasAt(0, "+MSGHEX:") || line.HasAt(0, "+CMSGHEX:"))
        {
            ParseMessage(line, at, answer);
        }
        else if (line.HasAt(0, "+JOIN:"))
        {
            ParseJoin(line, at, answer);
        }
        else
        {
            ParseSetting(line, at, answer);
        }
    }

    private static string Plan(LoRaWanRegion region)
    {
        switch (region)
        {
            case LoRaWanRegion.In865: return "IN865";
            case LoRaWanRegion.Us915: return "US915";
            case LoRaWanRegion.Au915: return "AU915";
            case LoRaWanRegion.Kr920: return "KR920";
            case LoRaWanRegion.As923: return "AS923";
            default: return "EU868";
        }
    }

    private static void ParseSetting(AtLine line, int at, AtAnswer answer)
    {
        if (line.HasAt(0, "+RTC:"))
        {
            ParseTime(line, at, answer);
        }
        else if (line.HasAt(at, "LEN, ") && line.HasAt(0, "+LW:"))
        {
            ParseNumber(line, at + 5, AtAnswerKind.MaximumLength, answer);
        }
        else if (line.Is("+LOWPOWER: SLEEP"))
        {
            answer.Kind = AtAnswerKind.Asleep;
        }
        else if (!line.HasAt(0, "+LOWPOWER:") && !line.HasAt(0, "+INFO:") && !line.HasAt(0, "+LOG:"))
        {
            // Every setting answers with itself.
            answer.Kind = AtAnswerKind.Accepted;
        }
    }

    private static void ParseJoin(AtLine line, int at, AtAnswer answer)
    {
        if (line.HasAt(at, "Start"))
        {
            answer.Kind = AtAnswerKind.Accepted;
        }
        else if (line.HasAt(at, "Network joined") || line.HasAt(at, "Joined already"))
        {
            answer.Kind = AtAnswerKind.Joined;
        }
        else if (line.HasAt(at, "Join failed"))
        {
            answer.Kind = AtAnswerKind.JoinFailed;
        }
        else
        {
            ParseRefusal(line, at, answer);
        }
    }

    private static void ParseMessage(AtLine line, int at, AtAnswer answer)
    {
        if (line.HasAt(at, "Start"))
        {
            answer.Kind = AtAnswerKind.Accepted;
        }
        else if (line.HasAt(at, "PORT: "))
        {
            ParseDownlink(line, at + 6, answer);
        }
        else if (line.HasAt(at, "ACK Received"))
        {
            answer.Kind = AtAnswerKind.Acknowledged;
        }
        else if (line.HasAt(at, "Link "))
        {
            ParseLink(line, at + 5, answer);
        }
        else if (line.HasAt(at, "RXWIN"))
        {
            answer.Kind = AtAnswerKind.Heard;
        }
        else if (line.HasAt(at, "Done"))
        {
            answer.Kind = AtAnswerKind.Done;
        }
        else
        {
            ParseRefusal(line, at, answer);
        }
    }

    private static void ParseRefusal(AtLine line, int at, AtAnswer answer)
    {
        if (line.HasAt(at, "Please join network first"))
        {
            answer.Kind = AtAnswerKind.NotJoined;
        }
        else if (line.HasAt(at, "LoRaWAN modem is busy") || line.HasAt(at, "No free channel"))
        {
            answer.Kind = AtAnswerKind.Busy;
        }
        else if (line.HasAt(at, "No band in "))
        {
            ParseRestriction(line, at + 11, answer);
        }
        else if (line.HasAt(at, "Length error"))
        {
            answer.Kind = AtAnswerKind.TooLong;
        }
        else if (line.HasAt(at, "DR error") || line.HasAt(at, "Not in OTAA mode"))
        {
            answer.Kind = AtAnswerKind.Refused;
        }
    }

    // 5; RX: "14 54 54" or without the spaces, by version.
    private static void ParseDownlink(AtLine line, int at, AtAnswer answer)
    {
        int port;
        if (!line.TryReadNumber(ref at, out port) || port < 1 || port > 223 || !line.HasAt(at, "; RX: \""))
        {
            return;
        }

        int length;
        at += 7;
        if (line.TryReadHexadecimal(ref at, answer.Received.Bytes, out length) && line.HasAt(at, "\"") && at + 1 == line.Length && length > 0)
        {
            answer.Received.Port = port;
            answer.Received.Length = length;
            answer.Kind = AtAnswerKind.Received;
        }
    }

    private static void ParseLink(AtLine line, int at, AtAnswer answer)
    {
        int margin;
        int gateways;
        if (line.TryReadNumber(ref at, out margin) && line.HasAt(at, ", "))
        {
            at += 2;
            if (line.TryReadNumber(ref at, out gateways))
            {
                answer.Kind = AtAnswerKind.Link;
                answer.Number = margin;
                answer.Gateways = gateways;
            }
        }
    }

    private static void ParseRestriction(AtLine line, int at, AtAnswer answer)
    {
        int wait;
        if (line.TryReadNumber(ref at, out wait) && wait >= 0 && line.HasAt(at, "ms"))
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

    // 2026-04-30 12:30:49.465
    private static void ParseTime(AtLine line, int at, AtAnswer answer)
    {
        int year;
        int month;
        int day;
        int hour;
        int minute;
        int second;
        int millisecond;
        long time;
        if (line.TryReadNumber(ref at, out year) && line.HasAt(at++, "-") && line.TryReadNumber(ref at, out month) && line.HasAt(at++, "-")
            && line.TryReadNumber(ref at, out day) && line.HasAt(at++, " ") && line.TryReadNumber(ref at, out hour) && line.HasAt(at++, ":")
            && line.TryReadNumber(ref at, out minute) && line.HasAt(at++, ":") && line.TryReadNumber(ref at, out second) && line.HasAt(at++, ".")
            && line.TryReadNumber(ref at, out millisecond) && millisecond >= 0 && millisecond < 1000
            && AtTime.TryCombine(year, month, day, hour, minute, second, out time))
        {
            answer.Kind = AtAnswerKind.Time;
            answer.Time = time + millisecond;
        }
    }
}
