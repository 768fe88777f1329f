using System.Diagnostics;
using Earshot.Datasets;
using Earshot.Experiments.Configuration;
using Earshot.Experiments.Results;
using Earshot.Packing.Inspection;
using Earshot.Pipeline;
using Earshot.Yaml;

namespace Earshot.Experiments.Running;

/// <summary>Trains and tests with one fold held out, or finds that this has been done.</summary>
internal sealed class FoldRunner(ExperimentRequest request, ExperimentFolder folder, FeatureCache features, OverallProgress progress)
{
    private const string ResultName = "result.json";

    /// <summary>The share of a run's time that each stage takes, roughly.</summary>
    private static readonly double[] StageShares = [0.05, 0.8, 0.15];

    internal FoldRun Run(int fold, ulong seed, string? candidate, CancellationToken cancellationToken)
    {
        var name = ExperimentFolder.RunName(fold, seed);
        var split = request.Dataset.HoldOut(fold);
        var result = folder.LoadPart<FoldRun>($"{name}/{ResultName}");
        if (result is null)
        {
            result = Train(split, seed, candidate, name, cancellationToken);
            folder.SavePart($"{name}/{ResultName}", result);
        }
        else
        {
            CheckSameClips(result, split, name);
        }

        progress.Finished(name, FormattableString.Invariant(
            $"float {100 * result.Accuracy(ModelForm.Float):0.0} %, QDQ {100 * result.Accuracy(ModelForm.Qdq):0.0} %, pack {100 * result.Accuracy(ModelForm.Pack):0.0} % of {result.Clips.Count} clips{(candidate is null ? "" : $" ({candidate})")}"));
        return result;
    }

    private FoldRun Train(HeldOutSplit split, ulong seed, string? candidate, string name, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var recipe = request.File.Configuration.WithCandidate(candidate);
        var options = recipe.Training with
        {
            Seed = seed,
            Threads = request.Threads,
            ValidationFold = ExperimentPlan.ValidationFold(recipe.Validation, split.Dataset.Folds, split.Fold),
        };
        var data = features.Get(
            DefaultFrontEnd.For(options.Model, recipe.FrontEnd),
            options.WindowFrames,
            [split.Fold],
            done => progress.Report(name, StageShares[0] * done, "features"),
            cancellationToken);
        var run = new TrainingRequest
        {
            Split = split,
            FrontEnd = recipe.FrontEnd,
            Options = options,
            Quantization = recipe.Quantization,
            Teachers = TeacherRuns.Of(request, split.Fold),
            Pretrained = PretrainedRuns.Of(request, split.Fold, seed),
            Folder = folder.Run(name).Folder,
            Command = request.Command,
        };
        var outcome = TrainingPipeline.Run(run, data, new Stages(progress, name), cancellationToken);
        var cost = ModelInspection.Of(outcome.Packed, folder.Run(name).Pack);
        return new FoldRun
        {
            HeldOutFold = split.Fold,
            ValidationFold = options.ValidationFold,
            Seed = seed,
            Candidate = candidate,
            Folder = name,
            Clips = FoldClips.Of(split, outcome.Evaluation),
            Agreement = outcome.Evaluation.Agreement,
            History = outcome.Trained.History,
            ChosenEpoch = outcome.Trained.ChosenEpoch,
            Quantization = $"{ConfigurationKeys.Name(outcome.Quantized.Chosen.Method.ToString())}{(outcome.Quantized.Chosen.Equalized ? ", equalised" : "")}{(outcome.Quantized.Chosen.BiasCorrected ? ", bias corrected" : "")}{(outcome.Quantized.IsTrained ? ", trained for it" : "")}",
            Cost = new RunCost
            {
                Mode = cost.Mode.ToString().ToLowerInvariant(),
                Macs = cost.Macs,
                MacsPerSecond = cost.MacsPerSecond,
                WeightsBytes = cost.WeightsBytes,
                ArenaBytes = cost.ArenaBytes,
                PackBytes = cost.PackBytes,
            },
            Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds,
        };
    }

    private void CheckSameClips(FoldRun result, HeldOutSplit split, string name)
    {
        if (!result.Clips.Select(clip => clip.Name).SequenceEqual(split.HeldOut.Select(clip => FoldClips.Name(split.Dataset, clip))))
        {
            throw new InputException(
                folder.Run(name).Folder,
                $"it was tested on other clips than fold {split.Fold} of {split.Dataset.Name} has.",
                "Give the dataset that the experiment was begun with, or another folder with --out.");
        }
    }

    private sealed class Stages(OverallProgress progress, string name) : ITrainingObserver
    {
        public void Report(TrainingStage stage, double fraction, string status) =>
            progress.Report(name, StageShares.Take((int)stage).Sum() + (StageShares[(int)stage] * fraction), status);
    }
}
