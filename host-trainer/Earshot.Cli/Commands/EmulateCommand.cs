using System.CommandLine;
using Earshot.Cli.Emulation;
using Earshot.Cli.Output;
using Earshot.Emulator.Boards;
using Earshot.Emulator.Scenarios;
using Earshot.Emulator.Sound;
using Earshot.Native;

namespace Earshot.Cli.Commands;

/// <summary><c>earshot emulate</c>: the device app on an emulated board hears sounds and sends labels.</summary>
internal static class EmulateCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var model = new Argument<string?>("MODEL") { Description = "A model pack (.earshot) or a run folder; or a scenario (.yaml).", Arity = ArgumentArity.ZeroOrOne };
        var scenario = new ScenarioOptions();
        var sounds = new Option<string?>("--sounds") { Description = "WAV file, folder of them, or - for raw 16-bit mono samples on standard input.", HelpName = "PATH" };
        var dataset = new Option<string?>("--dataset") { Description = "Play the clips of a dataset's fold instead.", HelpName = "DATASET" };
        var fold = new Option<int>("--fold") { Description = "The fold to play.", DefaultValueFactory = _ => 1, HelpName = "N" };
        var gap = new Option<double>("--gap") { Description = "Seconds of silence between two sounds.", DefaultValueFactory = _ => 1, HelpName = "S" };
        var board = BoardOption();
        var app = new Option<FileInfo?>("--app") { Description = "Your app's assembly (.dll) instead of Earshot's node; its references lie beside it.", HelpName = "FILE" };
        var cost = new Option<FileInfo?>("--cost")
        {
            Description = "What 'earshot bench MODEL --json FILE' wrote for the same pack: its measured cycles instead of an estimate.",
            HelpName = "FILE",
        };
        var report = new Option<FileInfo?>("--report") { Description = "Also write an HTML report.", HelpName = "FILE" };
        var trace = new Option<FileInfo?>("--trace") { Description = "Also write what happened on the board, line by line; the same input gives the same bytes.", HelpName = "FILE" };
        var json = CommandExtensions.JsonOption();
        var fleet = new FleetOptions();
        var command = new Command("emulate", "Run the device app on an emulated board and let it hear sounds.")
        {
            model, sounds, dataset, fold, gap, board, app, cost, report, trace, json,
        };
        scenario.AddTo(command);
        fleet.AddTo(command);
        command.UseExamples(
            "earshot emulate runs/demo --sounds street.wav",
            "earshot emulate --template > lamp-post.yaml",
            "earshot emulate lamp-post.yaml --report lamp-post.html",
            "earshot emulate lamp-post.yaml --live --pace 1",
            "earshot emulate runs/fold1 --dataset ../ESC-10 --fold 1 --report fold1.html",
            "earshot emulate runs/fold1 --sounds street.wav --cost bench.json",
            "earshot emulate runs/demo --sounds clips --nodes 200 --seconds 600 --json fleet.json",
            "earshot emulate runs/demo --sounds street.wav --app bin/Release/MyApp.dll",
            "arecord -r 16000 -f S16_LE -t raw | earshot emulate runs/demo --sounds -");
        command.SetAction((parsed, token) => Task.FromResult(Run(parsed, token)));
        return command;

        int Run(ParseResult parsed, CancellationToken token)
        {
            if (scenario.IsTemplate(parsed))
            {
                Console.Out.Write(ScenarioFile.Template);
                return ExitCodes.Success;
            }

            var given = parsed.GetValue(model) ?? throw new InputException(
                "MODEL", "nothing was given.", "Name a model pack, a run folder or a scenario; 'earshot emulate --template' prints a scenario to start from.");
            if (ScenarioOptions.IsScenario(given))
            {
                foreach (var (option, name) in new (Option, string)[] { (sounds, "sounds"), (dataset, "dataset"), (fold, "fold"), (gap, "gap"), (board, "board"), (app, "app") })
                {
                    ScenarioOptions.Refuse(parsed, option, $"A scenario says so itself: give it the key '{(name is "dataset" or "fold" or "gap" ? "sounds" : name)}'.");
                }

                return scenario.Run(parsed, given, new ScenarioOutputs(
                    parsed.GetValue(cost)?.FullName, parsed.GetValue(report)?.FullName, parsed.GetValue(trace)?.FullName, parsed.GetValue(json)), token);
            }

            scenario.RefuseAll(parsed);
            var pack = ModelArgument.PackPath(given);
            var seconds = parsed.GetValue(gap);
            if (seconds is < 0 or > 3600 || double.IsNaN(seconds))
            {
                throw new InputException("--gap", FormattableString.Invariant($"{seconds} is out of range."), "Give 0 to 3600 seconds.");
            }

            var place = BoardCatalog.Find(parsed.GetRequiredValue(board));
            var request = new NodeRunRequest(place, pack, [], TimeSpan.FromSeconds(seconds), "What the node heard", CommandText.Of(parsed))
            {
                ApplicationPath = parsed.GetValue(app)?.FullName,
            };
            if (parsed.GetValue(cost) is { } measured)
            {
                request = request with { Cost = MeasuredCost.Read(measured.FullName, pack, place) };
            }

            var isStream = parsed.GetValue(sounds) == "-";
            if (fleet.AreGiven(parsed))
            {
                return isStream || parsed.GetValue(report) is not null || parsed.GetValue(trace) is not null
                    ? throw new InputException("--nodes", "a fleet hears recordings, and tells of its nodes with --json.", "Leave out --sounds -, --report and --trace, or --nodes.")
                    : RunFleet(parsed, request with { Clips = Clips(parsed.GetValue(sounds), parsed.GetValue(dataset), parsed.GetValue(fold), pack) }, token);
            }

            var result = isStream
                ? NodeRun.PlayStream(request, Console.OpenStandardInput(), NodeRunOutput.ShowEvent, token)
                : NodeRun.Play(request with { Clips = Clips(parsed.GetValue(sounds), parsed.GetValue(dataset), parsed.GetValue(fold), pack) }, token);
            NodeRunOutput.Show(result, areEventsTold: isStream);
            if (parsed.GetValue(report) is { } page)
            {
                NodeRunOutput.WriteReport(page.FullName, request, result);
            }

            if (parsed.GetValue(trace) is { } lines)
            {
                AtomicFile.WriteAllText(lines.FullName, string.Join('\n', result.Node.Trace) + "\n");
            }

            JsonFile.WriteIfAsked(parsed.GetValue(json), NodeRunOutput.Json(result));
            if (AppEndOutput.HasEnded(result.Node))
            {
                AppEndOutput.Show(place.Target, result.Node);
                return ExitCodes.BelowExpectation;
            }

            return ExitCodes.Success;
        }

        int RunFleet(ParseResult parsed, NodeRunRequest request, CancellationToken token)
        {
            var plan = new FleetPlan(
                fleet.Nodes(parsed), fleet.Duration(parsed), fleet.Workers(parsed), fleet.Seed(parsed), fleet.Radio(parsed), fleet.SwitchOnWithin(parsed));
            var result = FleetRun.Play(request, plan, token);
            FleetOutput.Show(result);
            JsonFile.WriteIfAsked(parsed.GetValue(json), FleetOutput.Json(result));
            FleetOutput.ShowEnded(result);
            return result.WasCancelled ? ExitCodes.Cancelled : result.Fleet.Ended.Any() ? ExitCodes.BelowExpectation : ExitCodes.Success;
        }
    }

    /// <summary>The option that chooses a board.</summary>
    internal static Option<string> BoardOption() => new("--board")
    {
        Description = $"Board: {string.Join(", ", BoardCatalog.Targets)}, or a board.yaml of your own.",
        DefaultValueFactory = _ => "ST_NUCLEO64_F411RE_NF",
        HelpName = "NAME",
    };

    private static IReadOnlyList<SoundClip> Clips(string? sounds, string? dataset, int fold, string pack)
    {
        using var opened = Model.OpenFile(pack);
        var rate = opened.SampleRate;
        return (sounds, dataset) switch
        {
            ({ } path, null) => SoundFiles.Read(path, rate),
            (null, { } name) => [.. DatasetArgument.Load(name).HoldOut(fold).HeldOut
                .Select(clip => new SoundClip(clip.Path, clip.Label, clip.ReadSamples(rate)))],
            _ => throw new InputException(
                "emulate", "it needs either --sounds or --dataset.", "Give --sounds PATH for recordings, or --dataset DATASET --fold N for labelled clips."),
        };
    }
}
