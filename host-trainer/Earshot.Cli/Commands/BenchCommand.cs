using System.CommandLine;
using Earshot.Benchmarks;
using Earshot.Benchmarks.Cores;
using Earshot.Benchmarks.Measuring;
using Earshot.Benchmarks.Models;
using Earshot.Cli.Output;
using Earshot.Emulator.Boards;
using Earshot.Packing.Planning;

namespace Earshot.Cli.Commands;

/// <summary><c>earshot bench</c>: executed instructions, estimated cycles and memory of models on Cortex-M cores.</summary>
internal static class BenchCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var models = new Argument<string[]>("MODEL")
        {
            Description = "int8 QDQ models (.onnx), model packs (.earshot) or run folders; without any, everything that is built in: front ends, reference networks, the model zoo.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var names = new Option<string[]>("--model")
        {
            Description = $"Of what is built in only: {string.Join(", ", BuiltInModels.Names)}.",
            AllowMultipleArgumentsPerToken = true,
            HelpName = "NAME",
        };
        var arena = new Option<MemoryPreference?>("--arena")
        {
            Description = "How models are packed: Speed (largest steps and working memory for the kernels) or Size (smallest arena); by default Size for the small kernels, else Speed.",
        };
        var board = EmulateCommand.BoardOption();
        board.Description += " Its clock makes time of cycles.";
        var target = new BenchTargetOptions();
        var source = new ModelSourceOptions();
        var json = CommandExtensions.JsonOption();
        var command = new Command("bench", "Measure instructions, cycles, memory and CPU share of models on an emulated Cortex-M core.") { models, names };
        target.AddTo(command);
        command.Options.Add(board);
        command.Options.Add(arena);
        command.Options.Add(json);
        source.AddTo(command);
        command.UseExamples(
            "earshot bench",
            "earshot bench runs/fold1 --kernels armv7em --board ST_NUCLEO144_F746ZG",
            "earshot bench theirs.onnx ours.earshot --time-axis Width --json bench.json",
            "earshot bench --model kws-ds-cnn --cmsis-nn-include CMSIS-NN/Include --cmsis-nn-library libcmsis-nn.a");
        command.SetAction((parsed, token) =>
        {
            var place = BoardCatalog.Find(parsed.GetRequiredValue(board));
            var targets = target.Targets(parsed, place);
            var preference = parsed.GetValue(arena);
            var measured = Subjects(
                parsed.GetRequiredValue(models), parsed.GetValue(names) ?? [], path => BenchmarkFiles.Load(path, () => source.Load(parsed, path)));
            using var bench = new MeasurementBench(MeasurementSources.Find());
            var (results, skipped) = ProgressOutput.Run(
                "Measuring", progress => Measure(bench, measured, targets, preference, progress, token).GetAwaiter().GetResult());
            BenchmarkOutput.Show(results, skipped, place);
            JsonFile.WriteIfAsked(parsed.GetValue(json), BenchmarkOutput.Json(results, skipped, place));
            return Task.FromResult(ExitCodes.Success);
        });
        return command;
    }

    /// <summary>Files are read at once, so that a mistake is told before anything is built; what is built in is made when its turn comes.</summary>
    private static IReadOnlyList<BenchSubject> Subjects(
        string[] files, string[] names, Func<string, IEnumerable<BenchSubject>> load)
    {
        var unknown = names.FirstOrDefault(name => !BuiltInModels.Names.Contains(name));
        if (unknown is not null)
        {
            throw new InputException("--model", $"'{unknown}' is not built in.", $"Use one of {string.Join(", ", BuiltInModels.Names)}.");
        }

        IReadOnlyList<string> builtIn = names.Length > 0 ? names : files.Length > 0 ? [] : BuiltInModels.Names;
        return
        [
            .. files.SelectMany(load),
            .. builtIn.Distinct().Select(name => new BenchSubject(name, names.Length > 0, preference => BuiltInModels.Create(name, preference))),
        ];
    }

    private static async Task<(IReadOnlyList<BenchmarkResult> Results, IReadOnlyList<string> Skipped)> Measure(
        MeasurementBench bench,
        IReadOnlyList<BenchSubject> subjects,
        IReadOnlyList<(CortexCore Core, KernelSet Kernels)> targets,
        MemoryPreference? preference,
        ITaskProgress progress,
        CancellationToken token)
    {
        var results = new List<(int Target, BenchmarkResult Row)>();
        var skipped = new List<string>();
        var (done, all) = (0, subjects.Count * targets.Count);
        foreach (var subject in subjects)
        {
            var made = new Dictionary<MemoryPreference, IBenchmarkSubject>();
            for (var target = 0; target < targets.Count; target++)
            {
                var (core, kernels) = targets[target];
                progress.Report((double)done++ / all, $"{subject.Name} with {kernels} kernels on {core.Name}");
                token.ThrowIfCancellationRequested();
                try
                {
                    var goal = preference ?? kernels.Preference;
                    var rows = await bench.MeasureAsync(made.TryGetValue(goal, out var known) ? known : made[goal] = subject.Make(goal), core, kernels, token);
                    results.AddRange(rows.Select(row => (target, row)));
                }
                catch (BoardTooSmallException exception)
                {
                    if (subject.IsAskedFor)
                    {
                        throw exception.ToInputException();
                    }

                    skipped.Add(exception.Message);
                }
            }
        }

        return ([.. results.OrderBy(result => result.Target).Select(result => result.Row)], [.. skipped.Distinct()]);
    }
}
