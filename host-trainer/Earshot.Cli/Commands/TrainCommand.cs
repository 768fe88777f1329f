using System.CommandLine;
using Earshot.Cli.Output;
using Earshot.Datasets;
using Earshot.Pipeline;
using Earshot.Training.Models;
using Earshot.Training.Running;

namespace Earshot.Cli.Commands;

/// <summary><c>earshot train</c>: from a dataset to a model pack.</summary>
internal static class TrainCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var defaults = new TrainingOptions();
        var dataset = DatasetArgument.Create();
        var model = new Option<string>("--model") { Description = $"Network: {string.Join(", ", ModelZoo.Names)}; 'earshot models' says what they cost.", DefaultValueFactory = _ => defaults.Model };
        var fold = new Option<int>("--held-out-fold") { Description = "Fold that is kept for the test.", DefaultValueFactory = _ => 1, HelpName = "N" };
        var output = new Option<string>("--out") { Description = "Run folder for models, pack, report and checkpoint.", Required = true, HelpName = "DIR" };
        var epochs = new Option<int>("--epochs") { Description = "Passes over the training clips.", DefaultValueFactory = _ => defaults.Epochs, HelpName = "N" };
        var seed = new Option<ulong>("--seed") { Description = "Seed of all random numbers.", DefaultValueFactory = _ => defaults.Seed, HelpName = "N" };
        var bands = new Option<int>("--bands") { Description = "Mel bands.", DefaultValueFactory = _ => DefaultFrontEnd.Configuration.Bands, HelpName = "N" };
        var validation = new Option<int?>("--validation-fold") { Description = "Training fold that chooses the epoch; none keeps the last epoch.", HelpName = "N" };
        var teachers = new Option<string[]>("--teacher") { Description = "Finished run (or float ONNX) of the same clips and windows to learn from; repeat it for an ensemble.", HelpName = "RUN" };
        var pretrained = new Option<string?>("--pretrained") { Description = "Finished run of the same model to start from (transfer learning); its sounds and classes may be others.", HelpName = "RUN" };
        var auxiliary = new Option<string?>("--auxiliary") { Description = "Dataset of other sounds to learn from as well; the model forgets their classes.", HelpName = "DATASET" };
        var threads = new Option<int>("--threads") { Description = "Threads; 0 for one a core.", HelpName = "N" };
        var board = new BoardLimitOption();
        var json = CommandExtensions.JsonOption();
        var command = new Command("train", "Train a classifier, quantise it, pack it and test it on a held-out fold.")
        {
            dataset, model, fold, output, epochs, seed, bands, validation, teachers, pretrained, auxiliary, threads, json,
        };
        board.AddTo(command);
        command.UseExamples(
            "earshot train ../ESC-10 --model earshot-s --held-out-fold 1 --out runs/fold1",
            "earshot train ../ESC-10 --teacher runs/large-1 --teacher runs/large-2 --out runs/student",
            "earshot train my-sounds --pretrained runs/esc-50 --out runs/mine",
            "earshot train synthetic --epochs 10 --out runs/quick",
            "earshot train my-sounds --out runs/mine        (my-sounds/dog/*.wav, my-sounds/siren/*.wav, …)");
        command.SetAction((parsed, token) => Task.FromResult(Run(parsed, token)));
        return command;

        int Run(ParseResult parsed, CancellationToken token)
        {
            var folder = parsed.GetRequiredValue(output);
            var name = parsed.GetRequiredValue(dataset);
            var split = DatasetArgument.Load(name).HoldOut(parsed.GetValue(fold));
            var request = new TrainingRequest
            {
                Split = split,
                Auxiliary = parsed.GetValue(auxiliary) is { } others ? AuxiliarySounds.Of(DatasetArgument.Load(others), split.Dataset, [split.Fold]) : null,
                FrontEnd = DefaultFrontEnd.Configuration with { Bands = parsed.GetValue(bands) },
                Options = defaults with
                {
                    Model = parsed.GetRequiredValue(model),
                    Epochs = parsed.GetValue(epochs),
                    Seed = parsed.GetValue(seed),
                    ValidationFold = parsed.GetValue(validation),
                    Threads = parsed.GetValue(threads),
                },
                Pretrained = parsed.GetValue(pretrained),
                Teachers = parsed.GetValue(teachers) ?? [],
                Folder = folder,
                Command = CommandText.Of(parsed),
            };
            // Before the training: a model that cannot be deployed is not worth the wait.
            board.Limits(parsed)?.Check(
                UntrainedModel.Inspect(request.Options, request.FrontEnd, request.Split.Dataset.Labels), request.Options.Model);
            var outcome = TrainingOutput.Run(request, token);
            TrainingOutput.Show(outcome, new RunFolder(folder), request.Split.HeldOut);
            JsonFile.WriteIfAsked(parsed.GetValue(json), EvaluationOutput.Json(outcome.Evaluation, outcome.Configuration.HeldOutFold));
            return ExitCodes.Success;
        }
    }
}
