using System.Collections.Concurrent;
using Earshot.Cli.Commands;
using Earshot.Datasets;
using Earshot.Experiments.Configuration;
using Earshot.Experiments.Results;
using Earshot.Experiments.Running;
using Earshot.Native;
using Earshot.Pipeline;
using Earshot.Sweeps.Running;
using Earshot.Sweeps.Trials;

namespace Earshot.Cli.Sweeps;

/// <summary>Runs a trial as <c>earshot experiment</c> would.</summary>
/// <param name="processors">Runs of a trial that go on at the same time.</param>
internal sealed class ExperimentTrialRunner(int processors) : ITrialRunner
{
    private readonly ConcurrentDictionary<string, Lazy<Dataset>> _datasets = [];
    private readonly ConcurrentDictionary<(string Model, int Window, int DecisionHop, FrontEndConfiguration FrontEnd), bool> _packed = [];

    /// <inheritdoc/>
    public void Check(string experiment, string path)
    {
        var file = ExperimentFile.Parse(experiment, path);
        var dataset = file.LoadDataset(Load);
        ExperimentRunner.Check(file, dataset, file.LoadAuxiliary(Load));
        if (file.Configuration.Validation == ValidationRule.None)
        {
            throw new InputException(
                path,
                "it has no validation fold, and a sweep must not choose by the fold that is reported.",
                "Add 'validation: next-fold' to the base experiment.");
        }

        CheckPack(file.Configuration, dataset);
    }

    /// <inheritdoc/>
    public TrialResult Run(string experimentFile, string folder, Action<string> status, CancellationToken cancellationToken)
    {
        var file = ExperimentFile.Load(experimentFile);
        var result = ExperimentRunner.Run(
            new ExperimentRequest
            {
                File = file,
                Dataset = file.LoadDataset(Load),
                Auxiliary = file.LoadAuxiliary(Load),
                Folder = folder,
                Command = $"earshot experiment {experimentFile} --out {folder}",
                ParallelRuns = processors,
            },
            new Observer(status),
            cancellationToken);
        // They can be computed again, and a sweep has many trials.
        var features = new ExperimentFolder(folder).Features;
        if (Directory.Exists(features))
        {
            Directory.Delete(features, recursive: true);
        }

        return Summary(result);
    }

    /// <summary>Whether the model can be packed shows before it is trained; trials that differ in their training only share the answer.</summary>
    private void CheckPack(ExperimentConfiguration configuration, Dataset dataset)
    {
        var training = configuration.Training;
        if (_packed.TryAdd((training.Model, training.WindowFrames, training.DecisionHopFrames, configuration.FrontEnd), true))
        {
            UntrainedModel.Inspect(training, configuration.FrontEnd, dataset.Labels);
        }
    }

    private static TrialResult Summary(ExperimentResult result)
    {
        var chosen = result.Runs.Select(run => run.History[run.ChosenEpoch - 1]).ToArray();
        // Runs differ in their weights but not in what they cost.
        var cost = result.Runs[0].Cost;
        return new TrialResult
        {
            ValidationAccuracy = chosen.Average(epoch => epoch.ValidationAccuracy!.Value),
            ValidationLoss = chosen.Average(epoch => epoch.ValidationLoss!.Value),
            Runs = result.Runs.Count,
            Macs = cost.Macs,
            MacsPerSecond = cost.MacsPerSecond,
            WeightsBytes = cost.WeightsBytes,
            ArenaBytes = cost.ArenaBytes,
            PackBytes = cost.PackBytes,
            Seconds = result.Runs.Sum(run => run.Seconds),
        };
    }

    private Dataset Load(string dataset) =>
        _datasets.GetOrAdd(dataset, path => new Lazy<Dataset>(() => DatasetArgument.Load(path))).Value;

    private sealed class Observer(Action<string> status) : IExperimentObserver
    {
        public void Report(double fraction, string message) => status(message);

        public void Finished(string message) => status(message);
    }
}
