using System.CommandLine;
using Earshot.Cli.Emulation;
using Earshot.Cli.Output;
using Earshot.Datasets;
using Earshot.Datasets.Synthetic;
using Earshot.Emulator.Boards;
using Earshot.Emulator.Sound;
using Earshot.Pipeline;
using Earshot.Training.Running;
using Spectre.Console;

namespace Earshot.Cli.Commands;

/// <summary><c>earshot demo</c>: from nothing to labels over an emulated board's radio, in one command.</summary>
internal static class DemoCommand
{
    private const int HeldOutFold = 1;
    private const int Epochs = 36;

    /// <summary>Of the ten sounds that are played, so many must come out right.</summary>
    private const int Expected = 9;

    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var output = new Option<string>("--out") { Description = "Run folder.", DefaultValueFactory = _ => Path.Combine("runs", "demo"), HelpName = "DIR" };
        var board = EmulateCommand.BoardOption();
        var json = CommandExtensions.JsonOption();
        var command = new Command("demo", "Train on ten synthetic urban sounds, run the node on an emulated board, show what its radio sends.")
        {
            output, board, json,
        };
        command.UseExamples("earshot demo", "earshot demo --board ST_NUCLEO144_F746ZG --json demo.json");
        command.SetAction((parsed, token) => Task.FromResult(Run(parsed, token)));
        return command;

        int Run(ParseResult parsed, CancellationToken token)
        {
            var target = BoardCatalog.Find(parsed.GetRequiredValue(board));
            var folder = new RunFolder(parsed.GetRequiredValue(output));
            AnsiConsole.WriteLine("1. Train a classifier on ten synthetic urban sounds, quantise it to int8, pack it.");
            var split = SyntheticDataset.Create().HoldOut(HeldOutFold);
            var outcome = TrainingOutput.Run(
                new TrainingRequest
                {
                    Split = split,
                    Options = new TrainingOptions { Epochs = Epochs },
                    Folder = folder.Folder,
                    Command = CommandText.Of(parsed),
                },
                token);
            TrainingOutput.Show(outcome, folder, split.HeldOut);

            AnsiConsole.WriteLine();
            AnsiConsole.WriteLine($"2. Run the node's app on an emulated {target.Name} and let it hear ten sounds that it does not know.");
            var request = new NodeRunRequest(
                target, folder.Pack, OneOfEach(split), TimeSpan.FromSeconds(1), "Earshot demo", CommandText.Of(parsed));
            var result = NodeRun.Play(request, token);
            NodeRunOutput.Show(result);
            var report = Path.Combine(folder.Folder, "demo.html");
            NodeRunOutput.WriteReport(report, request, result);
            AnsiConsole.WriteLine($"Report: {report}");
            JsonFile.WriteIfAsked(parsed.GetValue(json), NodeRunOutput.Json(result));
            return result.Right >= Expected ? ExitCodes.Success : ExitCodes.BelowExpectation;
        }
    }

    private static IReadOnlyList<SoundClip> OneOfEach(HeldOutSplit split) =>
        [.. split.Dataset.Labels
            .Select(label => split.HeldOut.First(clip => clip.Label == label))
            .Select(clip => new SoundClip(clip.Path, clip.Label, clip.ReadSamples()))];
}
