using Earshot.Datasets;
using Earshot.Experiments.Configuration;
using Earshot.Experiments.Results;

namespace Earshot.Experiments.Running;

/// <summary>
/// Runs an experiment: for every reported fold and every seed a model is trained on the other folds, quantised, packed and
/// tested on that fold.
/// </summary>
public static class ExperimentRunner
{
    /// <summary>Checks an experiment without running it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="dataset">The dataset that it names.</param>
    /// <param name="auxiliary">The dataset of auxiliary sounds that it names; null for none.</param>
    /// <exception cref="InputException">The configuration is unfit.</exception>
    public static void Check(ExperimentFile file, Dataset dataset, Dataset? auxiliary) => ExperimentCheck.Check(file, dataset, auxiliary);

    /// <summary>
    /// Runs it. Finished runs are not done again; one that was interrupted goes on from the last epoch that it finished.
    /// </summary>
    /// <exception cref="InputException">The configuration, the data or the folder is unfit, or the disk is full.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; what was finished is kept.</exception>
    public static ExperimentResult Run(ExperimentRequest request, IExperimentObserver observer, CancellationToken cancellationToken)
    {
        ExperimentCheck.Check(request.File, request.Dataset, request.Auxiliary);
        var configuration = request.File.Configuration;
        var reported = ExperimentPlan.ReportedFolds(configuration, request.Dataset);
        foreach (var fold in reported)
        {
            TeacherRuns.Of(request, fold);
            foreach (var seed in configuration.Seeds)
            {
                PretrainedRuns.Of(request, fold, seed);
            }
        }

        var folder = new ExperimentFolder(request.Folder);
        folder.Claim(request.File);
        var features = new FeatureCache(folder, request.Dataset, request.Auxiliary);
        var pairs = configuration.Candidates.Count == 0 ? 0 : ExperimentPlan.Pairs(request.Dataset.Folds, reported).Count;
        var trainings = ((pairs * configuration.Candidates.Count) + reported.Count) * configuration.Seeds.Count;
        var progress = new OverallProgress(observer, trainings);

        var selection = new CandidateSelection(request, folder, features, progress);
        JobQueue.Run(selection.Jobs(), request.ParallelRuns, cancellationToken);
        FoldSelection[] choices = configuration.Candidates.Count == 0 ? [] : [.. reported.Select(selection.Choose)];

        var runner = new FoldRunner(request, folder, features, progress);
        (int Fold, ulong Seed)[] order = [.. from fold in reported from seed in configuration.Seeds select (fold, seed)];
        var runs = new FoldRun[order.Length];
        JobQueue.Run(order.Select((run, index) => (Action<CancellationToken>)Job(run, index)), request.ParallelRuns, cancellationToken);

        var result = ExperimentResults.Create(request, choices, runs);
        ResultsFile.Save(folder.Folder, result);
        AtomicFile.WriteAllText(folder.ModelCard, ModelCards.ModelCard.Of(result));
        return result;

        Action<CancellationToken> Job((int Fold, ulong Seed) run, int index) => token => runs[index] = runner.Run(
            run.Fold, run.Seed, choices.FirstOrDefault(choice => choice.HeldOutFold == run.Fold)?.Chosen, token);
    }
}
