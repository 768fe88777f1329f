using System.CommandLine;
using Earshot.Benchmarks;
using Earshot.Benchmarks.Cores;
using Earshot.Benchmarks.Measuring;
using Earshot.Cli.Output;
using Earshot.Emulator.Boards;
using Earshot.Packing.Planning;

namespace Earshot.Cli.Commands;

/// <summary><c>earshot bench</c>: executed instructions, estimated cycles and memory of models on a Cortex-M core.</summary>
internal static class BenchCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var models = new Argument<string[]>("MODEL")
        {
            Description = "int8 QDQ models (.onnx), model packs (.earshot) or run folders; without any, the reference networks.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var kernels = new Option<KernelChoice>("--kernels") { Description = "All (default), Armv7em or Reference." };
        var core = new Option<string>("--core")
        {
            Description = $"The emulated core: {string.Join(", ", CortexCore.All.Select(known => known.Name))}.",
            DefaultValueFactory = _ => "cortex-m4",
            HelpName = "NAME",
        };
        var board = EmulateCommand.BoardOption();
        board.Description += " Its clock makes time of cycles.";
        var arena = new Option<MemoryPreference>("--arena")
        {
            Description = "How ONNX models are packed: Speed (default; largest steps and working memory for the kernels) or Size (smallest arena).",
            DefaultValueFactory = _ => MemoryPreference.Speed,
        };
        var source = new ModelSourceOptions();
        var json = CommandExtensions.JsonOption();
        var command = new Command("bench", "Measure instructions, cycles, memory and CPU share of models on an emulated Cortex-M core.")
        {
            models, kernels, core, board, arena, json,
        };
        source.AddTo(command);
        command.UseExamples(
            "earshot bench",
            "earshot bench runs/fold1 --kernels armv7em --board ST_NUCLEO144_F746ZG --core cortex-m7",
            "earshot bench theirs.onnx ours.earshot --time-axis Width --json bench.json");
        command.SetAction((parsed, token) =>
        {
            var place = BoardCatalog.Find(parsed.GetRequiredValue(board));
            var target = CortexCore.Find(parsed.GetRequiredValue(core));
            var sets = Sets(parsed.GetValue(kernels), target);
            using var bench = new MeasurementBench(MeasurementSources.Find());
            var measured = BenchmarkModels.Load(parsed.GetRequiredValue(models), path => source.Load(parsed, path), parsed.GetValue(arena));
            var results = ProgressOutput.Run(
                "Measuring", progress => Measure(bench, measured, target, sets, progress, token).GetAwaiter().GetResult());
            BenchmarkOutput.Show(results, place);
            JsonFile.WriteIfAsked(parsed.GetValue(json), BenchmarkOutput.Json(results, place));
            return Task.FromResult(ExitCodes.Success);
        });
        return command;
    }

    private static IReadOnlyList<KernelSet> Sets(KernelChoice choice, CortexCore core) => choice switch
    {
        KernelChoice.All => core.KernelSets,
        KernelChoice.Reference => [KernelSet.Reference],
        _ when core.HasDsp => [KernelSet.Armv7em],
        _ => throw new InputException(
            "--kernels", $"the armv7em kernels need the DSP extension, which {core.Name} does not have.", "Use --kernels reference, or a larger --core."),
    };

    private static async Task<IReadOnlyList<BenchmarkResult>> Measure(
        MeasurementBench bench, IReadOnlyList<BenchmarkModel> models, CortexCore core, IReadOnlyList<KernelSet> sets, ITaskProgress progress,
        CancellationToken token)
    {
        var work = models.SelectMany(model => sets.Select(set => (Model: model, Set: set))).ToArray();
        var results = new List<BenchmarkResult>();
        foreach (var (model, set) in work)
        {
            progress.Report((double)results.Count / work.Length, $"{model.Name} with {set.ToString().ToLowerInvariant()} kernels");
            results.Add(await bench.MeasureAsync(model, core, set, token));
        }

        return results;
    }
}
