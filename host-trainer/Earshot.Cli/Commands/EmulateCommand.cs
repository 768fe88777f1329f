using System.CommandLine;
using Earshot.Cli.Emulation;
using Earshot.Cli.Output;
using Earshot.Emulator.Boards;
using Earshot.Emulator.Sound;
using Earshot.Native;

namespace Earshot.Cli.Commands;

/// <summary><c>earshot emulate</c>: the device app on an emulated board hears sounds and sends labels.</summary>
internal static class EmulateCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var model = ModelArgument.Create("A model pack (.earshot) or a run folder.");
        var sounds = new Option<string?>("--sounds") { Description = "WAV file, folder of them, or - for raw 16-bit mono samples on standard input.", HelpName = "PATH" };
        var dataset = new Option<string?>("--dataset") { Description = "Play the clips of a dataset's fold instead.", HelpName = "DATASET" };
        var fold = new Option<int>("--fold") { Description = "The fold to play.", DefaultValueFactory = _ => 1, HelpName = "N" };
        var gap = new Option<double>("--gap") { Description = "Seconds of silence between two sounds.", DefaultValueFactory = _ => 1, HelpName = "S" };
        var board = BoardOption();
        var cost = new Option<FileInfo?>("--cost")
        {
            Description = "What 'earshot bench MODEL --json FILE' wrote for the same pack: its measured cycles instead of an estimate.",
            HelpName = "FILE",
        };
        var report = new Option<FileInfo?>("--report") { Description = "Also write an HTML report.", HelpName = "FILE" };
        var trace = new Option<FileInfo?>("--trace") { Description = "Also write what happened on the board, line by line; the same input gives the same bytes.", HelpName = "FILE" };
        var json = CommandExtensions.JsonOption();
        var command = new Command("emulate", "Run the device app on an emulated board and let it hear sounds.")
        {
            model, sounds, dataset, fold, gap, board, cost, report, trace, json,
        };
        command.UseExamples(
            "earshot emulate runs/demo --sounds street.wav",
            "earshot emulate runs/fold1 --dataset ../ESC-10 --fold 1 --report fold1.html",
            "earshot emulate runs/fold1 --sounds street.wav --cost bench.json",
            "arecord -r 16000 -f S16_LE -t raw | earshot emulate runs/demo --sounds -");
        command.SetAction((parsed, token) => Task.FromResult(Run(parsed, token)));
        return command;

        int Run(ParseResult parsed, CancellationToken token)
        {
            var pack = ModelArgument.PackPath(parsed.GetRequiredValue(model));
            var seconds = parsed.GetValue(gap);
            if (seconds is < 0 or > 3600 || double.IsNaN(seconds))
            {
                throw new InputException("--gap", FormattableString.Invariant($"{seconds} is out of range."), "Give 0 to 3600 seconds.");
            }

            var place = BoardCatalog.Find(parsed.GetRequiredValue(board));
            var request = new NodeRunRequest(place, pack, [], TimeSpan.FromSeconds(seconds), "What the node heard", CommandText.Of(parsed));
            if (parsed.GetValue(cost) is { } measured)
            {
                request = request with { Cost = MeasuredCost.Read(measured.FullName, pack, place) };
            }

            var isStream = parsed.GetValue(sounds) == "-";
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
            return ExitCodes.Success;
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
