using System.CommandLine;
using Earshot.Cli.Output;
using Earshot.Experiments.Running;
using Earshot.Pipeline;

namespace Earshot.Cli.Commands;

/// <summary><c>earshot evaluate</c>: a run's three models on a fold.</summary>
internal static class EvaluateCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var run = new Argument<string>("DIR") { Description = "Folder that 'earshot train' or 'earshot experiment' filled." };
        var dataset = DatasetArgument.Create();
        var fold = new Option<int?>("--fold") { Description = "Fold to test on; by default the one that was held out.", HelpName = "N" };
        var report = new Option<FileInfo?>("--report") { Description = "Also write an HTML report.", HelpName = "FILE" };
        var json = CommandExtensions.JsonOption();
        var command = new Command("evaluate", "Test the float model, the int8 model and the pack of a run.") { run, dataset, fold, report, json };
        command.UseExamples(
            "earshot evaluate runs/fold1 ../ESC-10 --fold 1",
            "earshot evaluate runs/fold1 ../ESC-10 --fold 1 --json result.json --report result.html",
            "earshot evaluate runs/my-experiment ../ESC-10        (every model on the fold that was kept from it)");
        command.SetAction((parsed, token) => Task.FromResult(Run(parsed, token)));
        return command;

        int Run(ParseResult parsed, CancellationToken token)
        {
            if (ExperimentFolder.IsExperiment(parsed.GetRequiredValue(run)))
            {
                return EvaluateExperiment(parsed, token);
            }

            var folder = new RunFolder(parsed.GetRequiredValue(run));
            var configuration = folder.Load();
            var set = DatasetArgument.Load(parsed.GetRequiredValue(dataset));
            if (!set.Labels.SequenceEqual(configuration.Labels))
            {
                throw new InputException(
                    set.Name,
                    $"its classes ({string.Join(", ", set.Labels)}) are not those of the run ({string.Join(", ", configuration.Labels)}).",
                    "Give the dataset that the run was trained on.");
            }

            var tested = parsed.GetValue(fold) ?? configuration.HeldOutFold;
            if (tested != configuration.HeldOutFold)
            {
                ErrorOutput.WriteHint($"Note: the run held out fold {configuration.HeldOutFold}; it has been trained on fold {tested}, so this flatters it.");
            }

            var split = set.HoldOut(tested);
            var evaluation = ProgressOutput.Run("Evaluating", progress =>
            {
                var clips = FeatureExtraction.Compute(
                    configuration.FrontEnd, configuration.Labels, split.HeldOut, done => progress.Report(done * 0.5, "features"), token, configuration.Training.WindowFrames);
                return ModelEvaluator.Evaluate(folder, configuration, clips, token);
            });
            EvaluationOutput.Show(evaluation, tested);
            if (parsed.GetValue(report) is { } file)
            {
                TrainingReportOutput.Write(file.FullName, configuration, tested, split.HeldOut, [], evaluation, folder, CommandText.Of(parsed));
            }

            JsonFile.WriteIfAsked(parsed.GetValue(json), EvaluationOutput.Json(evaluation, tested));
            return ExitCodes.Success;
        }

        int EvaluateExperiment(ParseResult parsed, CancellationToken token)
        {
            if (parsed.GetResult(fold) is not null)
            {
                throw new InputException(
                    fold.Name, "an experiment's models are tested each on its own fold.", "Leave the option out, or give the folder of one of its runs.");
            }

            var folder = new ExperimentFolder(parsed.GetRequiredValue(run));
            var set = DatasetArgument.Load(parsed.GetRequiredValue(dataset));
            var result = ExperimentOutput.Evaluate(folder, set, token);
            if (parsed.GetValue(report) is { } page)
            {
                ExperimentReportOutput.Write(page.FullName, folder.Folder, result, set);
            }

            ExperimentOutput.Show(result, folder);
            JsonFile.WriteIfAsked(parsed.GetValue(json), ExperimentOutput.Json(result));
            return ExitCodes.Success;
        }
    }
}
