using Earshot.Emulator.Boards;
using Earshot.Emulator.Scenarios.Configuration;

namespace Earshot.Emulator.Scenarios;

/// <summary>Refuses a fault that makes no sense.</summary>
internal sealed class FaultCheck(ScenarioFile file, string key, int index)
{
    private readonly FaultEntry _fault = file.Configuration.Faults[index];

    /// <exception cref="InputException">A value is wrong; the error names file, line and key.</exception>
    public void Run()
    {
        Require(_fault.Fault != FaultKind.None, "fault", "it is missing.", $"Say what goes wrong: {string.Join(", ", Kinds)}.");
        Require(_fault.For is not { } length || length > TimeSpan.Zero, "for", "it is not a length.", "Give more than 0 s, or leave it out.");
        if (file.Configuration.Duration is { } duration)
        {
            Require(_fault.At < duration, "at", "it lies behind the end of the run.", "Let it begin earlier, or give a longer 'duration'.");
        }

        Only("gain", _fault.Gain, [FaultKind.MicrophoneClipped], _fault.Gain is > 0 and <= 120, "Give more than 0 and at most 120 dB.");
        Only("rate", _fault.Rate, [FaultKind.UartNoise, FaultKind.UplinkCorruption, FaultKind.DownlinkCorruption], _fault.Rate is > 0 and <= 1, "Give a probability of more than 0 and at most 1.");
        Only("years", _fault.Years, [FaultKind.SntpWrong], _fault.Years is not 0 and >= -1000 and <= 1000, "Give how many years the time server is ahead, such as -10 for behind.");
        Only("bits", _fault.Bits, [FaultKind.ModelBitFlips], _fault.Bits is > 0 and <= 1_000_000, "Give 1 to 1000000 bits.");
        Only("count", _fault.Count, [FaultKind.ResetStorm], _fault.Count is > 0 and <= 10000, "Give 1 to 10000 resets.");
        Only("every", _fault.Every, [FaultKind.ResetStorm], _fault.Every > TimeSpan.Zero, "Say how long it is from one reset to the next, such as 'every: 300 ms'.");
        Require(_fault.Fault != FaultKind.BrownOut || _fault.For is not null, "for", "it is missing.", "Say how long the supply is away, such as 'for: 200 ms'.");
        Require(_fault.Fault != FaultKind.ResetStorm || _fault.For is null, "for", "a reset storm has no such key.", "Give 'count' and 'every'.");
        Require(_fault.Port.Length == 0 || _fault.Fault == FaultKind.UartNoise, "port", $"{_fault.Title} has no such key.", "Remove it.");
        Require(_fault.Free is null || _fault.Fault == FaultKind.FlashFull, "free", $"{_fault.Title} has no such key.", "Remove it.");
        Require(_fault.Free is not < 0, "free", "it is out of range.", "Give the bytes that stay free, or leave it out.");
        Require(_fault.Fault != FaultKind.ModelBitFlips || _fault.For is null, "for", "flipped bits stay flipped.", "Remove it.");
        Require(_fault.Fault != FaultKind.SessionLoss || _fault.For is null, "for", "a session that is lost stays lost.", "Remove it.");
        Require(
            _fault.Fault is not (FaultKind.UplinkCorruption or FaultKind.DownlinkCorruption or FaultKind.SessionLoss) || file.Configuration.Radio is not null,
            "fault", "the scenario's radio is not LoRaWAN.", "Give it a 'radio', such as 'radio: { modem: rak3172 }'.");
        Require(
            _fault.Fault is not (FaultKind.SntpWrong or FaultKind.SntpOutage) || file.Configuration.Sntp is not null,
            "fault", "the scenario has no time server.", "Give it one: 'sntp: { server: 0.pool.ntp.org }'.");
        Require(
            _fault.Fault != FaultKind.ModelBitFlips || file.Configuration.Model.Length > 0,
            "fault", "the scenario has no model whose bits could flip.", "Give it a 'model'.");
        var ports = BoardCatalog.Find(file.Configuration.Board).Uarts.Select(uart => uart.Port).ToArray();
        Require(_fault.Port.Length == 0 || ports.Contains(_fault.Port), "port", $"the board has no port '{_fault.Port}'.", $"Its ports are: {string.Join(", ", ports)}.");
        RequireNoOverlap();
    }

    private static IEnumerable<string> Kinds => Enum.GetNames<FaultKind>().Skip(1).Select(Yaml.ConfigurationKeys.Name);

    private void RequireNoOverlap()
    {
        foreach (var (earlier, other) in file.Configuration.Faults.Take(index).Index().Select(pair => (pair.Item, pair.Index)))
        {
            var isSame = earlier.Fault == _fault.Fault && (earlier.Port == _fault.Port || earlier.Port.Length == 0 || _fault.Port.Length == 0);
            Require(
                !isSame || _fault.Fault == FaultKind.ModelBitFlips || _fault.At >= earlier.End || earlier.At >= _fault.End,
                "at",
                FormattableString.Invariant($"it overlaps faults[{other}], which is a {_fault.Title} too."),
                "Let one end ('for') before the other begins.");
        }
    }

    private void Only(string name, object? value, FaultKind[] kinds, bool isInRange, string range)
    {
        if (kinds.Contains(_fault.Fault))
        {
            Require(value is not null, name, "it is missing.", range);
            Require(isInRange, name, "it is out of range.", range);
        }
        else
        {
            Require(value is null, name, $"{_fault.Title} has no such key.", "Remove it.");
        }
    }

    private void Require(bool condition, string name, string problem, string remedy)
    {
        if (!condition)
        {
            throw file.Error($"{key}.{name}", problem, remedy);
        }
    }
}
