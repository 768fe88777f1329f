using Earshot.Emulator.Boards;
using Earshot.Emulator.Peripherals;
using Earshot.Emulator.Scenarios.Configuration;

namespace Earshot.Emulator.Scenarios;

/// <summary>Refuses radios, settings, downlinks, time servers and pins that make no sense.</summary>
internal sealed class WorldCheck(ScenarioFile file)
{
    private readonly ScenarioConfiguration _configuration = file.Configuration;

    /// <exception cref="InputException">A value is wrong; the error names file, line and key.</exception>
    public void Run()
    {
        if (_configuration.Radio is { } radio)
        {
            CheckRadio(radio);
        }

        if (_configuration.Sntp?.Problem is { } problem)
        {
            throw file.Error($"sntp.{problem.Key}", problem.Problem, problem.Remedy);
        }

        for (var index = 0; index < _configuration.Settings.Count; index++)
        {
            CheckSettings(Key("settings", index), _configuration.Settings[index]);
            Require(_configuration.Settings[index].Command.Length == 0, $"{Key("settings", index)}.type", "a command is no setting.", "Send it as a downlink.");
        }

        for (var index = 0; index < _configuration.Downlinks.Count; index++)
        {
            CheckDownlink(Key("downlinks", index), _configuration.Downlinks[index]);
        }

        for (var index = 0; index < _configuration.Wires.Count; index++)
        {
            RequirePin($"{Key("wires", index)}.from", _configuration.Wires[index].From);
            RequirePin($"{Key("wires", index)}.to", _configuration.Wires[index].To);
        }

        for (var index = 0; index < _configuration.Pins.Count; index++)
        {
            RequirePin($"{Key("pins", index)}.pin", _configuration.Pins[index].Pin);
            RequireBeforeEnd(Key("pins", index), _configuration.Pins[index].At);
        }
    }

    private void CheckRadio(RadioEntry radio)
    {
        var ports = BoardCatalog.Find(_configuration.Board).Uarts.Select(uart => uart.Port).ToArray();
        Require(ports.Contains(radio.Port), "radio.port", $"the board has no port '{radio.Port}'.", $"Its ports are: {string.Join(", ", ports)}.");
        Require(radio.Loss is >= 0 and <= 1, "radio.loss", "it is out of range.", "Give a probability of 0 to 1.");
        Require(radio.PathLoss is > 0 and <= 300, "radio.path-loss", "it is out of range.", "Give more than 0 and at most 300 dB; 137 is the least that EU868 reaches with its slowest rate.");
        Require(radio.Fading is >= 0 and <= 40, "radio.fading", "it is out of range.", "Give 0 to 40 dB.");
        Require(radio.AdrMargin is >= 0 and <= 40, "radio.adr-margin", "it is out of range.", "Give 0 to 40 dB.");
        Require(radio.AnswerWindow is 1 or 2, "radio.answer-window", "there is no such receive window.", "Give 1 or 2.");
    }

    private void CheckDownlink(string key, DownlinkEntry downlink)
    {
        Require(_configuration.Radio is not null, key, "the scenario's radio is not LoRaWAN.", "Give it a 'radio', such as 'radio: { modem: rak3172 }'.");
        RequireBeforeEnd(key, downlink.At);
        Require(downlink.Port is null or (>= 1 and <= 223), $"{key}.port", "it is out of range.", "Give 1 to 223; Earshot's node is told its settings on port 2.");
        Require(downlink.Hex.Length == 0 || downlink.Type.Length == 0, $"{key}.hex", "a downlink is either bytes or settings.", "Give 'hex' or 'type'.");
        if (downlink.Hex.Length == 0)
        {
            CheckSettings(key, downlink);
            return;
        }

        // What is left of an entry without its time, port and bytes must be nothing.
        Require(
            downlink with { At = default, Port = null, Hex = "" } == new DownlinkEntry(), key, "bytes have no further keys.", "Give 'at', 'port' and 'hex' alone.");
        Require(
            downlink.Hex.Length % 2 == 0 && downlink.Hex.All(char.IsAsciiHexDigit) && downlink.Hex.Length <= 2 * 51,
            $"{key}.hex", "it is not of the right form.", "Give 1 to 51 bytes in hexadecimal, in quotes.");
    }

    private void CheckSettings(string key, SettingsEntry settings)
    {
        try
        {
            settings.ToDownlink();
        }
        catch (InputException exception)
        {
            throw file.Error($"{key}.{exception.Origin}", exception.Problem, exception.Remedy, exception);
        }
    }

    private void RequirePin(string key, string pin) => Require(Gpio.IsName(pin), key, $"there is no pin '{pin}'.", "Name it as the chip does, such as PC13.");

    private void RequireBeforeEnd(string key, TimeSpan at)
    {
        if (_configuration.Duration is { } duration)
        {
            Require(at < duration, $"{key}.at", "it lies behind the end of the run.", "Let it happen earlier, or give a longer 'duration'.");
        }
    }

    private void Require(bool condition, string key, string problem, string remedy)
    {
        if (!condition)
        {
            throw file.Error(key, problem, remedy);
        }
    }

    private static string Key(string list, int index) => FormattableString.Invariant($"{list}[{index}]");
}
