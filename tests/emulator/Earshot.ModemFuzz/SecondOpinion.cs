using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Earshot.ModemFuzz;

/// <summary>
/// What a line means, written down a second time and in another way: regular expressions. The driver's parser may neither see more
/// in a line nor less.
/// </summary>
internal static partial class SecondOpinion
{
    private const int LongestLine = 600;

    /// <summary>The lines of an input: printable text between line ends, noise before it left out.</summary>
    public static List<string> Lines(byte[] input) =>
    [
        .. Encoding.Latin1.GetString(input).Split('\r', '\n').SkipLast(1)
            .Select(line => LeadingNoise().Replace(line, ""))
            .Where(line => line.Length is > 0 and <= LongestLine && line.All(character => character is >= ' ' and <= '~')),
    ];

    public static string? OfRak3172(string line) => line switch
    {
        // Expressions are slow, and most lines are noise.
        _ when line[0] is not ('O' or 'A' or '+' or 'C' or 'R') => null,
        "OK" => "Accepted",
        "AT_BUSY_ERROR" => "Busy",
        "AT_NO_NETWORK_JOINED" or "+EVT:AT_NO_NETWORK_JOINED" => "NotJoined",
        "AT_ERROR" or "AT_PARAM_ERROR" or "AT_RX_ERROR" or "AT_TEST_PARAM_OVERFLOW" or "AT_COMMAND_NOT_FOUND" => "Refused",
        "+EVT:JOINED" => "Joined",
        "+EVT:TX_DONE" => "Done",
        "+EVT:SEND_CONFIRMED_OK" => "Acknowledged",
        "+EVT:TIMEREQ_OK" => "TimeSet",
        _ when line.StartsWith("+EVT:JOIN_FAILED", StringComparison.Ordinal) => "JoinFailed",
        _ when line.StartsWith("+EVT:SEND_CONFIRMED_FAILED", StringComparison.Ordinal) => "NotAcknowledged",
        _ when line.StartsWith("Current Work Mode:", StringComparison.Ordinal) => "Restarted",
        _ when RakDownlink().Match(line) is { Success: true } match => Downlink(match),
        _ when RakWait().Match(line) is { Success: true } match => "wait " + Number(match, 1),
        _ when RakLink().Match(line) is { Success: true } match => $"link {Number(match, 1)} {Number(match, 2)}",
        _ when RakRate().Match(line) is { Success: true } match => "number " + Number(match, 1),
        _ when RakTime().Match(line) is { Success: true } match => Time(match, 6, 4, 5, 1, 2, 3, 500),
        _ => null,
    };

    public static string? OfLoRaE5(string line)
    {
        if (line[0] != '+' || E5Answer().Match(line) is not { Success: true } answer)
        {
            return null;
        }

        var name = answer.Groups[1].Value;
        var text = answer.Groups[2].Value;
        return text switch
        {
            _ when text.StartsWith("ERROR(", StringComparison.Ordinal) => "Refused",
            _ when name is "MSGHEX" or "CMSGHEX" => OfMessage(text),
            _ when name == "JOIN" => OfJoin(text),
            _ when name == "RTC" => E5Time().Match(text) is { Success: true } match
                ? Time(match, 1, 2, 3, 4, 5, 6, int.Parse(match.Groups[7].Value, CultureInfo.InvariantCulture)) : null,
            _ when name == "LW" && text.StartsWith("LEN, ", StringComparison.Ordinal) => E5Length().Match(text) is { Success: true } match
                ? "number " + Number(match, 1) : null,
            _ when name == "LOWPOWER" => text == "SLEEP" ? "Asleep" : null,
            _ => name is "INFO" or "LOG" ? null : "Accepted",
        };
    }

    private static string? OfJoin(string text) => Starts(text, "Start") ? "Accepted"
        : Starts(text, "Network joined") || Starts(text, "Joined already") ? "Joined"
        : Starts(text, "Join failed") ? "JoinFailed"
        : OfRefusal(text);

    private static string? OfMessage(string text) => Starts(text, "Start") ? "Accepted"
        : Starts(text, "PORT: ") ? (E5Downlink().Match(text) is { Success: true } match ? Downlink(match) : null)
        : Starts(text, "ACK Received") ? "Acknowledged"
        : Starts(text, "Link ") ? (E5Link().Match(text) is { Success: true } link ? $"link {Number(link, 1)} {Number(link, 2)}" : null)
        : Starts(text, "RXWIN") ? "Heard"
        : Starts(text, "Done") ? "Done"
        : OfRefusal(text);

    private static string? OfRefusal(string text) => Starts(text, "Please join network first") ? "NotJoined"
        : Starts(text, "LoRaWAN modem is busy") || Starts(text, "No free channel") ? "Busy"
        : Starts(text, "No band in ") ? (E5Wait().Match(text) is { Success: true } match ? "wait " + Number(match, 1) : null)
        : Starts(text, "Length error") ? "TooLong"
        : Starts(text, "DR error") || Starts(text, "Not in OTAA mode") ? "Refused"
        : null;

    private static bool Starts(string text, string with) => text.StartsWith(with, StringComparison.Ordinal);

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static string? Downlink(Match match)
    {
        var port = Number(match, 1);
        var bytes = match.Groups[2].Value;
        return port is < 1 or > 223 || bytes.Length > 2 * 242 ? null : $"{port}:{bytes.ToUpperInvariant()}";
    }

    private static string? Time(Match match, int year, int month, int day, int hour, int minute, int second, int milliseconds)
    {
        var numbers = new[] { year, month, day, hour, minute, second }.Select(group => Number(match, group)).ToArray();
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{numbers[0]:D4}-{numbers[1]:D2}-{numbers[2]:D2} {numbers[3]:D2}:{numbers[4]:D2}:{numbers[5]:D2}");
        return numbers[0] is >= 2000 and <= 2099
            && DateTimeOffset.TryParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? $"time {time.ToUnixTimeMilliseconds() + milliseconds}"
            : null;
    }

    [GeneratedRegex("^[^ -~]+")]
    private static partial Regex LeadingNoise();

    [GeneratedRegex("^\\+EVT:RX_[^:]*:[^:]*:[^:]*:[^:]*:(-?[0-9]{1,9}):((?:[0-9A-Fa-f]{2})+)$")]
    private static partial Regex RakDownlink();

    [GeneratedRegex("^Restricted_Wait_(-0{1,9}|[0-9]{1,9})_ms")]
    private static partial Regex RakWait();

    [GeneratedRegex("^\\+EVT:LINKCHECK:-?0{1,9}:(-?[0-9]{1,9}):(-?[0-9]{1,9})(?![0-9])")]
    private static partial Regex RakLink();

    [GeneratedRegex("^AT\\+DR=(-?[0-9]{1,9})$")]
    private static partial Regex RakRate();

    [GeneratedRegex("^AT\\+LTIME=(-?[0-9]{1,9})h(-?[0-9]{1,9})m(-?[0-9]{1,9})s on (-?[0-9]{1,9})/(-?[0-9]{1,9})/(-?[0-9]{1,9})$")]
    private static partial Regex RakTime();

    [GeneratedRegex("^\\+([^:]*): (.*)$")]
    private static partial Regex E5Answer();

    [GeneratedRegex("^(-?[0-9]{1,9})-(-?[0-9]{1,9})-(-?[0-9]{1,9}) (-?[0-9]{1,9}):(-?[0-9]{1,9}):(-?[0-9]{1,9})\\.(-0{1,9}|0{0,6}[0-9]{1,3})(?![0-9])")]
    private static partial Regex E5Time();

    [GeneratedRegex("^LEN, (-?[0-9]{1,9})$")]
    private static partial Regex E5Length();

    [GeneratedRegex("^PORT: (-?[0-9]{1,9}); RX: \"((?:[0-9A-Fa-f]{2})+)\"$")]
    private static partial Regex E5Downlink();

    [GeneratedRegex("^Link (-?[0-9]{1,9}), (-?[0-9]{1,9})(?![0-9])")]
    private static partial Regex E5Link();

    [GeneratedRegex("^No band in (-0{1,9}|[0-9]{1,9})ms")]
    private static partial Regex E5Wait();
}
