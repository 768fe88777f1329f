using System.Diagnostics;
using Earshot.Training.Distillation;
using Earshot.Training.Exporting;
using Earshot.Training.Features;

namespace Earshot.Training.Running;

/// <summary>
/// Trains a network. It sees nothing but the clips it is given, so a held-out fold that the caller left out cannot
/// influence it.
/// </summary>
public static class Trainer
{
    /// <summary>Trains, or goes on with a run that was interrupted.</summary>
    /// <param name="options">The options.</param>
    /// <param name="clips">The clips to train on; never those of the held-out fold.</param>
    /// <param name="runFolder">
    /// Where a checkpoint is kept after each epoch; a run that finds one of the same options and data goes on from it, bit
    /// for bit as if it had not stopped. Null keeps none.
    /// </param>
    /// <param name="progress">Told after each epoch.</param>
    /// <param name="teachers">
    /// Models to learn from as <see cref="TrainingOptions.DistillationWeight"/> says; several are averaged. They must have
    /// been trained on the same clips, with the same windows.
    /// </param>
    /// <param name="cancellationToken">Ends the run after the current step.</param>
    /// <exception cref="InputException">An option, the data or a teacher is unfit, or the checkpoint is of another run.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled; the checkpoint of the last epoch remains.</exception>
    public static TrainedModel Run(
        TrainingOptions options,
        FeatureSet clips,
        string? runFolder = null,
        IProgress<TrainingProgress>? progress = null,
        IReadOnlyList<Teacher>? teachers = null,
        CancellationToken cancellationToken = default)
    {
        TrainingOptionsCheck.Check(options);
        using var run = new TrainingRun(options, clips, teachers ?? [], runFolder);
        while (!run.IsFinished)
        {
            var started = Stopwatch.GetTimestamp();
            run.TrainEpoch(cancellationToken);
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            var epoch = run.History[^1];
            progress?.Report(new TrainingProgress(
                epoch.Epoch,
                options.Epochs,
                epoch.Loss,
                epoch.LearningRate,
                run.WindowsPerEpoch / seconds,
                epoch.ValidationAccuracy));
        }

        var model = new FloatModel(run.Chosen, clips.Labels, clips.Metadata);
        return new TrainedModel(model, options, run.History, run.ChosenEpoch);
    }
}
