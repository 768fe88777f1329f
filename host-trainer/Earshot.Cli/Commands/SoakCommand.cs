using System.CommandLine;
using Earshot.Cli.Emulation;
using Earshot.Cli.Output;
using Earshot.Datasets.Synthetic;
using Earshot.Emulator.Boards;
using Earshot.Emulator.Soak;
using Earshot.Emulator.Sound;
using Earshot.Native;

namespace Earshot.Cli.Commands;

/// <summary><c>earshot soak</c>: nodes with LoRaWAN for thousands of virtual hours while everything fails now and then.</summary>
internal static class SoakCommand
{
    // A message's number has 16 bits, and a node that sends a lot sends 60 an hour.
    private const double MostNodeHours = 1000;
    private const double MostHours = 1e6;
    private const double LeastNodeHours = 1;

    // The training takes the first of the synthetic sounds.
    private const int Variant = 2;

    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var model = new Argument<string>("MODEL") { Description = "A model pack (.earshot) or a run folder." };
        var hours = Number("--hours", "Virtual hours of all nodes together.", 1000);
        var nodeHours = Number("--node-hours", "Virtual hours of each node, which runs on one core; the last eight are without faults.", 100);
        var seed = new Option<int>("--seed") { Description = "The seed of sounds, faults and everything random.", DefaultValueFactory = _ => 1, HelpName = "N" };
        var workers = new Option<int>("--workers") { Description = "Nodes that run at the same time; the results do not depend on it. 0 for one each core.", DefaultValueFactory = _ => 0, HelpName = "N" };
        var listen = new Option<int>("--listen") { Description = "Seconds of a listening window; between windows a node sleeps.", DefaultValueFactory = _ => 4, HelpName = "S" };
        var every = new Option<int>("--every") { Description = "Seconds from one window to the next.", DefaultValueFactory = _ => 300, HelpName = "S" };
        var output = new Option<string>("--out") { Description = "Folder for settings and results; one that holds this soak already is resumed.", DefaultValueFactory = _ => "runs/soak", HelpName = "DIR" };
        var board = EmulateCommand.BoardOption();
        var command = new Command("soak", "Run nodes with LoRaWAN for many virtual hours with random faults, and look for what must not happen.")
        {
            model, hours, nodeHours, seed, workers, listen, every, output, board,
        };
        command.UseExamples(
            "earshot soak runs/demo --hours 1000",
            "earshot soak runs/demo --hours 10000 --seed 1 --workers 2 --out runs/soak",
            "earshot soak runs/demo --hours 24 --node-hours 24 --board ST_B_L475E_IOT01A");
        command.SetAction((parsed, token) => Task.FromResult(Run(parsed, token)));
        return command;

        int Run(ParseResult parsed, CancellationToken token)
        {
            var total = OptionRange.InRange("--hours", parsed.GetValue(hours), LeastNodeHours, MostHours);
            var each = Math.Min(total, OptionRange.InRange("--node-hours", parsed.GetValue(nodeHours), LeastNodeHours, MostNodeHours));
            var window = OptionRange.InRange("--listen", parsed.GetValue(listen), 1, 3600);
            var cycle = OptionRange.InRange("--every", parsed.GetValue(every), 1, 43200);
            if (window >= cycle)
            {
                throw new InputException("--listen", "a window is as long as the whole cycle.", "Give --listen fewer seconds than --every.");
            }

            var pack = ModelArgument.PackPath(parsed.GetRequiredValue(model));
            var bytes = File.ReadAllBytes(pack);
            using var opened = Model.Open(bytes, pack);
            var settings = new SoakSettings
            {
                Board = BoardCatalog.Find(parsed.GetRequiredValue(board)),
                Model = bytes,
                Clips = [.. SyntheticDataset.Create(Variant, SyntheticDataset.FoldCount).Clips
                    .Select(clip => new SoundClip(clip.Path, clip.Label, clip.ReadSamples(opened.SampleRate)))],
                Seed = parsed.GetValue(seed),
                NodeTime = TimeSpan.FromHours(each),
                Listen = window,
                Every = cycle,
            };
            var folder = SoakFolder.Open(parsed.GetRequiredValue(output), SoakPlan.Of(settings, total));
            var clock = RunClock.Start();
            var threads = OptionRange.InRange("--workers", parsed.GetValue(workers), 0, 1024) is > 0 and var given ? given : Environment.ProcessorCount;
            var summary = ProgressOutput.Run($"{folder.Plan.Nodes} nodes", progress => SoakRun.Play(
                settings, folder, threads, new Steps(progress, total), SoakOutput.ShowFindings, token));
            SoakOutput.Show(summary, clock);
            return summary.Findings.Count == 0 ? ExitCodes.Success : ExitCodes.BelowExpectation;
        }
    }

    private static Option<double> Number(string name, string description, double value) =>
        new(name) { Description = description, DefaultValueFactory = _ => value, HelpName = "H" };

    private sealed class Steps(ITaskProgress progress, double total) : IProgress<double>
    {
        public void Report(double value) => progress.Report(value / total, FormattableString.Invariant($"{value:0} of {total:0} virtual hours"));
    }
}
