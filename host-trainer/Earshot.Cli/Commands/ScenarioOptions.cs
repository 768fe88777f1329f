using System.CommandLine;
using Earshot.Cli.Emulation;
using Earshot.Cli.Output;
using Earshot.Emulator.Boards;
using Earshot.Emulator.Scenarios;

namespace Earshot.Cli.Commands;

/// <summary>The options of <c>earshot emulate</c> that belong to scenarios, and the run of one.</summary>
internal sealed class ScenarioOptions
{
    private readonly Option<bool> _template = new("--template") { Description = "Print a scenario with every kind of entry explained, and do nothing else." };

    private readonly Option<string?> _model = new("--model") { Description = "Model pack or run folder in place of the scenario's.", HelpName = "MODEL" };

    private readonly Option<bool> _live = new("--live") { Description = "Show state, spectrogram, scores and events as the scenario runs; plain lines when the output is redirected." };

    private readonly Option<double?> _pace = new("--pace") { Description = "Virtual seconds for each second of the clock on the wall: 1 for real time. By default as fast as possible.", HelpName = "X" };

    /// <summary>Whether an argument names a scenario.</summary>
    public static bool IsScenario(string argument) =>
        argument.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || argument.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    /// <summary>Refuses an option that was given.</summary>
    /// <exception cref="InputException">It was.</exception>
    public static void Refuse(ParseResult parsed, Option option, string remedy)
    {
        if (parsed.GetResult(option) is { Implicit: false })
        {
            throw new InputException(option.Name, "it does not go with this.", remedy);
        }
    }

    /// <summary>Adds the options.</summary>
    public void AddTo(Command command)
    {
        command.Add(_template);
        command.Add(_model);
        command.Add(_live);
        command.Add(_pace);
    }

    /// <summary>Whether the template is asked for.</summary>
    public bool IsTemplate(ParseResult parsed) => parsed.GetValue(_template);

    /// <summary>Refuses the options where no scenario runs.</summary>
    /// <exception cref="InputException">One was given.</exception>
    public void RefuseAll(ParseResult parsed)
    {
        foreach (var option in new Option[] { _model, _live, _pace })
        {
            Refuse(parsed, option, "Give a scenario (.yaml) instead of a model; 'earshot emulate --template' prints one to start from.");
        }
    }

    /// <summary>Runs a scenario.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="InputException">The scenario makes no sense, or something that it names is missing or damaged.</exception>
    public int Run(ParseResult parsed, string path, ScenarioOutputs outputs, CancellationToken token)
    {
        var pace = parsed.GetValue(_pace);
        if (pace is <= 0 or > 1e6 || pace is { } value && double.IsNaN(value))
        {
            throw new InputException("--pace", FormattableString.Invariant($"{pace} is out of range."), "Give more than 0, such as 1 for real time.");
        }

        var file = ScenarioFile.Load(path, parsed.GetValue(_model));
        var pack = PackOf(file.Configuration.Model);
        var settings = new ScenarioSettings
        {
            DeployedModel = Read(pack),
            BuiltInModel = Read(PackOf(file.Configuration.BuiltInModel)),
            Recorder = outputs.Report is not null || parsed.GetValue(_live) ? new ScenarioRecorder() : null,
        };
        if (outputs.Cost is { } measured)
        {
            settings = settings with { Cost = MeasuredCost.Read(measured, pack ?? throw file.Error("model", "there is none, so that --cost has no meaning.", "Give it a model."), BoardCatalog.Find(file.Configuration.Board)) };
        }

        var result = ScenarioRun.Play(file, settings, parsed.GetValue(_live), pace, token);
        ScenarioOutput.Show(result);
        if (outputs.Trace is { } trace)
        {
            AtomicFile.WriteAllText(trace, string.Join('\n', result.Trace) + "\n");
        }

        JsonFile.WriteIfAsked(outputs.Json, ScenarioOutput.Json(result));
        if (outputs.Report is { } report)
        {
            ScenarioTimeline.Create(file, settings.Recorder!, result, CommandText.Of(parsed)).Write(report);
            Console.WriteLine($"Timeline: {report}");
        }

        return result.IsMet ? ExitCodes.Success : ExitCodes.BelowExpectation;
    }

    private static string? PackOf(string model) => model.Length == 0 ? null : ModelArgument.PackPath(model);

    private static byte[] Read(string? pack) => pack is null ? [] : File.ReadAllBytes(pack);
}
