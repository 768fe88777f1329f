using Earshot.Emulator.Boards;
using Earshot.Emulator.Scenarios.Configuration;

namespace Earshot.Emulator.Scenarios;

/// <summary>Refuses scenarios that make no sense, before anything runs.</summary>
internal sealed class ScenarioCheck(ScenarioFile file)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    private readonly ScenarioConfiguration _configuration = file.Configuration;

    /// <exception cref="InputException">A value is wrong; the error names file, line and key.</exception>
    public void Run()
    {
        Guard("board", () => BoardCatalog.Find(_configuration.Board));
        Require(_configuration.App.Length == 0 || File.Exists(_configuration.App), "app", $"there is no file '{_configuration.App}'.", "Name the app's .dll; a relative path counts from the scenario's folder.");
        RequireModel("model", _configuration.Model);
        RequireModel("built-in-model", _configuration.BuiltInModel);
        Require(
            _configuration.Duration is not { } duration || (duration > TimeSpan.Zero && duration <= Longest),
            "duration", "it is out of range.", "Give more than 0 s and at most 366 d.");
        Require(Math.Abs(_configuration.ClockDrift) <= 10000, "clock-drift", "it is out of range.", "Give -10000 to 10000 parts per million.");
        if (_configuration.Battery is { } battery)
        {
            Require(battery.Capacity is > 0 and <= 1e7, "battery.capacity", "it is out of range.", "Give more than 0 mAh.");
            Require(battery.SelfDischarge is >= 0 and < 1, "battery.self-discharge", "it is out of range.", "Give a share of at least 0 and less than 1.");
            Require(battery.Usable is > 0 and <= 1, "battery.usable", "it is out of range.", "Give a share of more than 0 and at most 1.");
        }

        if (_configuration.RandomFaults is { } random)
        {
            Require(_configuration.Duration is not null, "random-faults", "the run has no end.", "Give a 'duration'.");
            Require(random.Rates.All(rate => rate is >= 0 and <= 100_000), "random-faults", "a number is out of range.", "Give 0 to 100000 a day.");
            Require(!random.NeedsLoRaWan || _configuration.Radio is not null, "random-faults", "the scenario's radio is not LoRaWAN.", "Give it a 'radio', such as 'radio: { modem: rak3172 }'.");
            Require(random.SntpErrors == 0 || _configuration.Sntp is not null, "random-faults.sntp-errors", "the scenario has no time server.", "Give it one: 'sntp: { server: 0.pool.ntp.org }'.");
        }

        new WorldCheck(file).Run();
        for (var index = 0; index < _configuration.Sounds.Count; index++)
        {
            CheckSound(Key("sounds", index), _configuration.Sounds[index]);
        }

        for (var index = 0; index < _configuration.Faults.Count; index++)
        {
            new FaultCheck(file, Key("faults", index), index).Run();
        }

        for (var index = 0; index < _configuration.Expect.Count; index++)
        {
            CheckExpectation(Key("expect", index), _configuration.Expect[index]);
        }
    }

    private void CheckSound(string key, SoundEntry sound)
    {
        try
        {
            sound.Check();
        }
        catch (InputException exception)
        {
            throw file.Error($"{key}.{exception.Origin}", exception.Problem, exception.Remedy, exception);
        }

        if (_configuration.Duration is { } duration)
        {
            Require(sound.At < duration, $"{key}.at", "it lies behind the end of the run.", "Let it begin earlier, or give a longer 'duration'.");
        }
    }

    private void CheckExpectation(string key, ExpectationEntry entry)
    {
        object?[] given =
        [
            entry.Event, entry.NoEvent, entry.Events, entry.EventsAtLeast, entry.EventsAtMost, entry.LostSound,
            entry.Messages, entry.MessagesAtLeast, entry.MessagesAtMost, entry.Delivery,
            entry.ConsoleContains, entry.ConsoleLacks, entry.Outcome, entry.CpuLoad, entry.Boots, entry.AverageCurrent,
        ];
        Require(given.Count(value => value is not null) == 1, key, "an expectation is one thing.", $"Give exactly one key besides 'from' and 'to'; '{ScenarioFile.TemplateCommand}' prints them.");
        var isCount = entry.Messages is not null || entry.MessagesAtLeast is not null || entry.MessagesAtMost is not null;
        Require(entry.Kind is null || isCount, $"{key}.kind", "only a number of messages has a kind.", "Remove it, or give 'messages', 'messages-at-least' or 'messages-at-most'.");
        if (entry.To is { } to)
        {
            Require(entry.From < to, $"{key}.to", "it is not later than 'from'.", "Give a later time.");
        }

        if (_configuration.Duration is { } duration)
        {
            Require(entry.From < duration, $"{key}.from", "it lies behind the end of the run.", "Give an earlier time, or a longer 'duration'.");
        }
    }

    private void RequireModel(string key, string path) => Require(
        path.Length == 0 || File.Exists(path) || Directory.Exists(path),
        key,
        $"there is no file or folder '{path}'.",
        "Name a model pack (.earshot) or a run folder; 'earshot demo' makes runs/demo. A relative path counts from the scenario's folder.");

    private void Guard(string key, Action check)
    {
        try
        {
            check();
        }
        catch (InputException exception)
        {
            throw file.Error(key, $"{exception.Origin}: {exception.Problem}", exception.Remedy, exception);
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
