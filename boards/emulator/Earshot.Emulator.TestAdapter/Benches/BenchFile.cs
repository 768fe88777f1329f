using Earshot.Emulator.Boards;
using Earshot.Yaml;

namespace Earshot.Emulator.TestAdapter.Benches;

/// <summary>The bench of a project of device tests, checked.</summary>
internal sealed class BenchFile
{
    /// <summary>Its name, beside the project and beside the test assembly.</summary>
    public const string FileName = "bench.yaml";

    private readonly ConfigurationReader _reader;
    private readonly BenchConditions _configuration;

    private BenchFile(ConfigurationReader reader, BenchConditions configuration)
    {
        _reader = reader;
        _configuration = configuration;
    }

    /// <summary>Reads the bench beside a test assembly; without one the defaults hold.</summary>
    /// <exception cref="InputException">It cannot be read, or a value makes no sense.</exception>
    public static BenchFile Beside(string assembly)
    {
        var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(assembly))!, FileName);
        return Parse(File.Exists(path) ? File.ReadAllText(path) : "", path);
    }

    /// <summary>Reads a bench's text.</summary>
    /// <param name="text">The text; empty for the defaults.</param>
    /// <param name="path">The file, for errors and for what it names.</param>
    /// <exception cref="InputException"><inheritdoc cref="Beside" path="/exception"/></exception>
    public static BenchFile Parse(string text, string path)
    {
        var reader = new ConfigurationReader(path, "docs/device-tests.md");
        var configuration = text.Length == 0
            ? new BenchConditions()
            : (BenchConditions)reader.Read(reader.Parse(text), new BenchConditions(), "");
        var bench = new BenchFile(reader, configuration with { Sounds = [.. configuration.Sounds.Select(sound => sound.Below(path))] });
        bench.Check(configuration, "");
        for (var index = 0; index < configuration.Classes.Count; index++)
        {
            bench.Check(configuration.Classes[index].ApplyTo(configuration), FormattableString.Invariant($"classes[{index}]."));
        }

        return bench;
    }

    /// <summary>Refuses classes that no test class matches.</summary>
    /// <exception cref="InputException">There is such a class.</exception>
    public void RequireClasses(IEnumerable<string> names)
    {
        var present = names.ToArray();
        for (var index = 0; index < _configuration.Classes.Count; index++)
        {
            var wanted = _configuration.Classes[index].Class;
            if (!present.Any(name => IsNamed(name, wanted)))
            {
                throw Error(
                    FormattableString.Invariant($"classes[{index}].class"),
                    $"there is no test class '{wanted}'.",
                    $"The test classes are: {string.Join(", ", present)}.");
            }
        }
    }

    /// <summary>The conditions of a class.</summary>
    public BenchConditions ConditionsOf(string name) =>
        _configuration.Classes.FirstOrDefault(entry => IsNamed(name, entry.Class))?.ApplyTo(_configuration) ?? _configuration;

    private static bool IsNamed(string name, string wanted) =>
        name == wanted || name.EndsWith("." + wanted, StringComparison.Ordinal);

    private void Check(BenchConditions conditions, string path)
    {
        Guard(path + "board", () => BoardCatalog.Find(conditions.Board));
        var board = BoardCatalog.Find(conditions.Board);
        if (conditions.Limit <= TimeSpan.Zero || conditions.Limit > TimeSpan.FromDays(366))
        {
            throw Error(path + "limit", "it is out of range.", "Give more than 0 and at most 366 d of virtual time.");
        }

        for (var index = 0; index < conditions.Uarts.Count; index++)
        {
            var port = conditions.Uarts[index].Port;
            if (board.Uarts.All(uart => uart.Port != port))
            {
                throw Error(
                    FormattableString.Invariant($"{path}uarts[{index}].port"),
                    $"{board.Target} has no port '{port}'.",
                    $"Its ports are: {string.Join(", ", board.Uarts.Select(uart => uart.Port))}.");
            }
        }

        for (var index = 0; index < conditions.Uarts.Count; index++)
        {
            var modem = conditions.Uarts[index];
            RequireDigits(FormattableString.Invariant($"{path}uarts[{index}].dev-eui"), modem.DevEui, 16);
            RequireDigits(FormattableString.Invariant($"{path}uarts[{index}].join-eui"), modem.JoinEui, 16);
            RequireDigits(FormattableString.Invariant($"{path}uarts[{index}].app-key"), modem.AppKey, 32);
        }

        if (conditions.Uarts.Count(uart => uart.IsModem) > 1)
        {
            throw Error(path + "uarts", "there is more than one modem.", "Leave one modem on the bench.");
        }

        if (conditions.Model.Length > 0 && !File.Exists(conditions.Model))
        {
            throw Error(path + "model", $"there is no file '{conditions.Model}'.", "Name a model pack, or leave the key out.");
        }

        if (conditions.Sntp?.Problem is { } problem)
        {
            throw Error($"{path}sntp.{problem.Key}", problem.Problem, problem.Remedy);
        }

        for (var index = 0; index < conditions.Wires.Count; index++)
        {
            RequirePin(FormattableString.Invariant($"{path}wires[{index}].from"), conditions.Wires[index].From);
            RequirePin(FormattableString.Invariant($"{path}wires[{index}].to"), conditions.Wires[index].To);
        }

        for (var index = 0; index < conditions.Sounds.Count; index++)
        {
            Guard(FormattableString.Invariant($"{path}sounds[{index}]"), () => conditions.Sounds[index].Check());
        }
    }

    private void RequirePin(string key, string pin)
    {
        if (!Peripherals.Gpio.IsName(pin))
        {
            throw Error(key, $"there is no pin '{pin}'.", "Name it as the chip does, such as PC13.");
        }
    }

    private void RequireDigits(string key, string digits, int count)
    {
        if (digits.Length != count || !digits.All(char.IsAsciiHexDigit))
        {
            // The value is not repeated: it may be a key.
            throw Error(key, "it is not of the right form.", FormattableString.Invariant($"Give {count} hexadecimal digits in quotes."));
        }
    }

    private void Guard(string key, Action check)
    {
        try
        {
            check();
        }
        catch (InputException exception)
        {
            throw Error(key, $"{exception.Origin}: {exception.Problem}", exception.Remedy, exception);
        }
    }

    private InputException Error(string key, string problem, string remedy, Exception? cause = null) =>
        new(_reader.Place(key), $"'{key}': {problem}", remedy, cause);
}
