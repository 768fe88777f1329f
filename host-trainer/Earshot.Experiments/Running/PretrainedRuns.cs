using Earshot.Pipeline;

namespace Earshot.Experiments.Running;

/// <summary>Finds, in another experiment, the model that a run may start from: one from which the same fold was kept.</summary>
internal static class PretrainedRuns
{
    private const string Key = "pretrained";

    /// <summary>The run folder to start from; null without a pretrained experiment.</summary>
    /// <exception cref="InputException">
    /// The experiment is not finished, did not hold out this fold, or had clips of this fold in another one, or has another network or front end.
    /// </exception>
    internal static string? Of(ExperimentRequest request, int fold, ulong seed)
    {
        var file = request.File;
        if (file.Configuration.Pretrained.Length == 0)
        {
            return null;
        }

        var (path, result) = OtherExperiment.Load(file, Key, file.Configuration.Pretrained);
        var run = result.Runs.Where(run => run.HeldOutFold == fold).OrderByDescending(run => run.Seed == seed).FirstOrDefault()
            ?? throw file.Error(
                Key,
                $"none of the models in {path} held out fold {fold}.",
                $"Run that experiment for fold {fold} as well, or leave the fold out of 'folds'.");

        var tested = request.Dataset.HoldOut(fold).HeldOut.Select(clip => FoldClips.Name(request.Dataset, clip)).ToHashSet();
        if (result.Runs.Where(other => other.HeldOutFold != fold).SelectMany(other => other.Clips).FirstOrDefault(clip => tested.Contains(clip.Name)) is { } heard)
        {
            throw file.Error(
                Key,
                $"the models in {path} that held out fold {fold} have heard {heard.Name}, which is to be tested: it is in another fold there.",
                "Give an experiment whose dataset has these clips in the same folds.");
        }

        var folder = Path.Combine(path, run.Folder);
        var recipe = file.Configuration;
        file.Read(Key, () => PretrainedRun.Load(folder, recipe.Training, DefaultFrontEnd.For(recipe.Training.Model, recipe.FrontEnd)));
        return folder;
    }
}
