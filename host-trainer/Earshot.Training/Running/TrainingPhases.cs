using System.Diagnostics;
using Earshot.Training.Distillation;
using Earshot.Training.Features;
using Earshot.Training.Networks;

namespace Earshot.Training.Running;

/// <summary>Runs the phases of a training one after another and keeps one history of them.</summary>
internal sealed class TrainingPhases(
    FeatureSet clips,
    IReadOnlyList<Teacher> teachers,
    string? runFolder,
    IProgress<TrainingProgress>? progress,
    CancellationToken cancellationToken)
{
    private readonly List<EpochRecord> _history = [];

    /// <summary>The epochs of all phases.</summary>
    internal required int Epochs { get; init; }

    internal IReadOnlyList<EpochRecord> History => _history;

    /// <summary>The epoch of the whole history whose weights the last phase gave.</summary>
    internal int ChosenEpoch { get; private set; }

    /// <summary>Runs a phase to its end, or what is left of it.</summary>
    internal TrainedWeights Train(TrainingOptions options, TrainingPhase phase)
    {
        var before = _history.Count;
        using var run = new TrainingRun(options, phase, clips, teachers, runFolder);
        while (!run.IsFinished)
        {
            var started = Stopwatch.GetTimestamp();
            run.TrainEpoch(cancellationToken);
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            var epoch = run.History[^1];
            progress?.Report(new TrainingProgress(
                before + epoch.Epoch,
                Epochs,
                epoch.Loss,
                epoch.LearningRate,
                run.WindowsPerEpoch / seconds,
                epoch.ValidationAccuracy));
        }

        _history.AddRange(run.History.Select(epoch => epoch with { Epoch = before + epoch.Epoch }));
        ChosenEpoch = before + run.ChosenEpoch;
        return run.Chosen;
    }
}
