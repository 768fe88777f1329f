using System.CommandLine;
using Earshot.Cli.Output;
using Earshot.Datasets;
using Earshot.Experiments.Configuration;
using Earshot.Experiments.Running;
using Earshot.Pipeline;

namespace Earshot.Cli.Commands;

/// <summary><c>earshot experiment</c>: a cross-validation as a YAML file says.</summary>
internal static class ExperimentCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var file = new Argument<string?>("FILE") { Description = "Experiment in YAML.", Arity = ArgumentArity.ZeroOrOne };
        var template = new Option<bool>("--template") { Description = "Print a complete experiment with every key explained, and do nothing else." };
        var output = new Option<string?>("--out") { Description = "Folder for results, models and features; by default runs/ and the experiment's name.", HelpName = "DIR" };
        var dataset = new Option<string?>("--dataset") { Description = "Dataset in place of the file's.", HelpName = "DATASET" };
        var auxiliary = new Option<string?>("--auxiliary") { Description = "Dataset of auxiliary sounds in place of the file's.", HelpName = "DATASET" };
        var threads = new Option<int>("--threads") { Description = "Threads of a run. With 1, results do not depend on the number of cores.", DefaultValueFactory = _ => 1, HelpName = "N" };
        var parallel = new Option<int>("--parallel-runs") { Description = "Runs at the same time; 0 for as many as cores allow.", DefaultValueFactory = _ => 0, HelpName = "N" };
        var board = new BoardLimitOption();
        var json = CommandExtensions.JsonOption();
        var command = new Command("experiment", "Train and test with every fold held out in turn, as a YAML file says.")
        {
            file, template, output, dataset, auxiliary, threads, parallel, json,
        };
        board.AddTo(command);
        command.UseExamples(
            "earshot experiment --template > my-experiment.yaml",
            "earshot experiment my-experiment.yaml --out runs/my-experiment --board ST_NUCLEO64_F411RE_NF",
            "earshot experiment my-experiment.yaml --out runs/my-experiment --parallel-runs 1 --threads 2");
        command.SetAction((parsed, token) => Task.FromResult(Run(parsed, token)));
        return command;

        int Run(ParseResult parsed, CancellationToken token)
        {
            if (parsed.GetValue(template))
            {
                Console.Out.Write(ConfigurationWriter.Yaml(new ExperimentConfiguration(), comments: true));
                return ExitCodes.Success;
            }

            var loaded = ExperimentFile.Load(parsed.GetValue(file) ?? throw new InputException(
                "FILE", "no experiment was given.", "Name a YAML file; 'earshot experiment --template' prints one to start from."));
            var request = new ExperimentRequest
            {
                File = loaded,
                Dataset = parsed.GetValue(dataset) is { } instead ? DatasetArgument.Load(instead) : loaded.LoadDataset(DatasetArgument.Load),
                Auxiliary = LoadAuxiliary(loaded, parsed.GetValue(auxiliary)),
                Folder = parsed.GetValue(output) ?? Path.Combine("runs", loaded.Configuration.Name),
                Command = CommandText.Of(parsed),
                Threads = Positive(parsed.GetValue(threads), "--threads"),
                ParallelRuns = parsed.GetValue(parallel) is var runs and not 0
                    ? Positive(runs, "--parallel-runs")
                    : Math.Max(1, Environment.ProcessorCount / Positive(parsed.GetValue(threads), "--threads")),
            };
            ExperimentRunner.Check(request.File, request.Dataset, request.Auxiliary);
            if (board.Limits(parsed) is { } limits)
            {
                // Before the training: a model that cannot be deployed is not worth the wait.
                foreach (var recipe in loaded.Configuration.Recipes())
                {
                    limits.Check(UntrainedModel.Inspect(recipe.Training, recipe.FrontEnd, request.Dataset.Labels), recipe.Training.Model);
                }
            }

            var result = ExperimentOutput.Run(request, token);
            var folder = new ExperimentFolder(request.Folder);
            ExperimentOutput.Show(result, folder);
            ExperimentReportOutput.Write(folder.Report, folder.Folder, result, request.Dataset);
            Console.WriteLine($"Report: {folder.Report}");
            JsonFile.WriteIfAsked(parsed.GetValue(json), ExperimentOutput.Json(result));
            return ExitCodes.Success;
        }
    }

    private static Dataset? LoadAuxiliary(ExperimentFile file, string? instead)
    {
        if (instead is not null && file.Configuration.Auxiliary.Length == 0)
        {
            // Whether there are auxiliary sounds decides the outcome, so the file says it, and not where they are.
            throw new InputException("--auxiliary", $"{file.Path} names no auxiliary sounds.", $"Add 'auxiliary: {instead}' to it.");
        }

        return instead is not null ? DatasetArgument.Load(instead) : file.LoadAuxiliary(DatasetArgument.Load);
    }

    private static int Positive(int value, string option) => value > 0
        ? value
        : throw new InputException(option, $"it is {value}.", "Give a number of at least 1.");
}
