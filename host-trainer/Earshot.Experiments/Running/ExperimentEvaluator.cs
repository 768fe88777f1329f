using Earshot.Datasets;
using Earshot.Experiments.Results;
using Earshot.Pipeline;

namespace Earshot.Experiments.Running;

/// <summary>Tests the models that lie in an experiment's folder once more, each on the fold that was kept from it.</summary>
public static class ExperimentEvaluator
{
    /// <summary>Tests them.</summary>
    /// <param name="folder">A finished experiment.</param>
    /// <param name="dataset">The dataset that it was made with.</param>
    /// <param name="observer">Told how far it is.</param>
    /// <param name="cancellationToken">Ends the work after the current form of a model.</param>
    /// <returns>The experiment's result with the figures that were measured now; nothing is written.</returns>
    /// <exception cref="InputException">The experiment is not finished, or the dataset is another.</exception>
    public static ExperimentResult Evaluate(
        ExperimentFolder folder, Dataset dataset, IExperimentObserver observer, CancellationToken cancellationToken)
    {
        var recorded = folder.LoadResults();
        if (!dataset.Labels.SequenceEqual(recorded.Dataset.Labels))
        {
            throw new InputException(
                dataset.Name,
                $"its classes ({string.Join(", ", dataset.Labels)}) are not those of the experiment ({string.Join(", ", recorded.Dataset.Labels)}).",
                "Give the dataset that the experiment was made with.");
        }

        var runs = new List<FoldRun>();
        foreach (var run in recorded.Runs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            observer.Report(runs.Count / (double)recorded.Runs.Count, run.Folder);
            runs.Add(Evaluate(folder.Run(run.Folder), run, dataset.HoldOut(run.HeldOutFold), cancellationToken));
            observer.Finished(FormattableString.Invariant($"{run.Folder}: {Changed(run, runs[^1])} of {run.Clips.Count} clips decided otherwise than recorded"));
        }

        return recorded with
        {
            Runs = runs,
            Float = Summaries.Of(dataset.Labels, runs, ModelForm.Float),
            Qdq = Summaries.Of(dataset.Labels, runs, ModelForm.Qdq),
            Pack = Summaries.Of(dataset.Labels, runs, ModelForm.Pack),
        };
    }

    private static FoldRun Evaluate(RunFolder folder, FoldRun run, HeldOutSplit split, CancellationToken cancellationToken)
    {
        var configuration = folder.Load();
        var clips = FeatureExtraction.Compute(
            configuration.FrontEnd,
            configuration.Labels,
            split.HeldOut,
            cancellationToken: cancellationToken,
            minimumFrames: configuration.Training.WindowFrames);
        var evaluation = ModelEvaluator.Evaluate(folder, configuration, clips, cancellationToken);
        return run with { Clips = FoldClips.Of(split, evaluation), Agreement = evaluation.Agreement };
    }

    /// <summary>Clips that any form of the model decides otherwise.</summary>
    private static int Changed(FoldRun before, FoldRun after)
    {
        var recorded = before.Clips.ToDictionary(clip => clip.Name);
        return after.Clips.Count(clip => !recorded.TryGetValue(clip.Name, out var old)
            || Enum.GetValues<ModelForm>().Any(form => Best(clip, form) != Best(old, form)));
    }

    private static int Best(ClipScores clip, ModelForm form) => Training.Evaluation.ClipDecision.Best(clip.Of(form));
}
