using Earshot.Onnx;
using Earshot.Training.Distillation;
using Earshot.Training.Exporting;
using Earshot.Training.Features;
using Earshot.Training.Models;
using Earshot.Training.Networks;
using Earshot.Training.Pruning;
using Earshot.Training.Randomness;

namespace Earshot.Training.Running;

/// <summary>
/// Trains a network. It sees nothing but the clips it is given, so a held-out fold that the caller left out cannot
/// influence it.
/// </summary>
public static class Trainer
{
    private const ulong PhaseSeeds = 0x9E3779B97F4A7C15;

    /// <summary>Trains, or goes on with a run that was interrupted.</summary>
    /// <param name="options">The options.</param>
    /// <param name="clips">The clips to train on; never those of the held-out fold. The model gets none of its auxiliary labels.</param>
    /// <param name="runFolder">
    /// Where a checkpoint is kept after each epoch; a run that finds one of the same options and data goes on from it, bit
    /// for bit as if it had not stopped. Null keeps none.
    /// </param>
    /// <param name="progress">Told after each epoch.</param>
    /// <param name="teachers">
    /// Models to learn from as <see cref="TrainingOptions.DistillationWeight"/> says; several are averaged. They must have
    /// been trained on the same clips, with the same windows.
    /// </param>
    /// <param name="pretrained">
    /// What to start from instead of random weights: the same network, trained on other sounds, with any classes.
    /// </param>
    /// <param name="cancellationToken">Ends the run after the current step.</param>
    /// <exception cref="InputException">
    /// An option, the data, a teacher or the pretrained model is unfit, or the checkpoint is of another run.
    /// </exception>
    /// <exception cref="OperationCanceledException">The run was cancelled; the checkpoint of the last epoch remains.</exception>
    public static TrainedModel Run(
        TrainingOptions options,
        FeatureSet clips,
        string? runFolder = null,
        IProgress<TrainingProgress>? progress = null,
        IReadOnlyList<Teacher>? teachers = null,
        PretrainedModel? pretrained = null,
        CancellationToken cancellationToken = default)
    {
        TrainingOptionsCheck.Check(options);
        var network = ModelZoo.Build(options.Model, options.WindowFrames, clips.Bands, clips.Labels.Count);
        var phases = new TrainingPhases(clips, teachers ?? [], runFolder, progress, cancellationToken)
        {
            Epochs = options.Epochs + (options.PruneShare > 0 ? options.PruneSteps * options.PruneEpochs : 0),
        };
        var weights = phases.Train(options, new TrainingPhase(network, Checkpoint.FileName) { Start = Start(network, pretrained, options.Seed) });
        for (var step = 1; step <= options.PruneSteps && options.PruneShare > 0; step++)
        {
            var kept = ChannelPruner.KeptChannels(network, (double)options.PruneShare * step / options.PruneSteps);
            var pruned = ChannelPruner.Prune(weights, kept, options.PruneCriterion);
            var next = options with
            {
                Epochs = options.PruneEpochs,
                LearningRate = options.PruneLearningRate,
                // Other windows than those that the training began with.
                Seed = unchecked(options.Seed + (PhaseSeeds * (ulong)step)),
            };
            weights = phases.Train(next, new TrainingPhase(pruned.Network, $"checkpoint-pruned-{step}.bin") { Start = pruned });
        }

        var labels = clips.WithoutAuxiliary().Labels;
        return new TrainedModel(
            new FloatModel(ChannelPruner.KeepClasses(weights, labels.Count), labels, clips.Metadata), options, phases.History, phases.ChosenEpoch);
    }

    private static TrainedWeights? Start(NetworkDefinition network, PretrainedModel? pretrained, ulong seed)
    {
        try
        {
            return pretrained is null ? null : WeightTransfer.Into(network, pretrained.Weights, new RandomSource(seed));
        }
        catch (ArgumentException exception)
        {
            throw new InputException(
                pretrained!.Origin,
                $"{network.Name} cannot start from it: {exception.Message}",
                $"Give a run of {network.Name}.",
                exception);
        }
    }

    /// <summary>
    /// Quantisation-aware training: trains a model on with its tensors and weights rounded as int8 will round them. Batch
    /// normalisation is folded first, as in the deployed model. It learns from its own float self as well, as
    /// <see cref="TrainingOptions.DistillationWeight"/> says.
    /// </summary>
    /// <param name="options">The options of the run; the quantisation's own epochs and learning rate count.</param>
    /// <param name="model">The trained model.</param>
    /// <param name="grids">The int8 grids of the deployed model's tensors, by name; they do not change.</param>
    /// <param name="deploy">Makes the int8 model, which a validation fold judges.</param>
    /// <param name="clips">The clips to train on; never those of the held-out fold.</param>
    /// <param name="runFolder">Where a checkpoint is kept; see <see cref="Run"/>.</param>
    /// <param name="progress">Told after each epoch.</param>
    /// <param name="teachers">The run's teachers.</param>
    /// <param name="cancellationToken">Ends the run after the current step.</param>
    /// <returns>The float model whose weights are to be rounded to int8.</returns>
    /// <exception cref="InputException">An option is unfit, or the checkpoint is of another run.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled; the checkpoint of the last epoch remains.</exception>
    public static TrainedModel TuneForQuantization(
        TrainingOptions options,
        FloatModel model,
        IReadOnlyDictionary<string, QuantizationParameters> grids,
        Func<FloatModel, byte[]> deploy,
        FeatureSet clips,
        string? runFolder = null,
        IProgress<TrainingProgress>? progress = null,
        IReadOnlyList<Teacher>? teachers = null,
        CancellationToken cancellationToken = default)
    {
        TrainingOptionsCheck.Check(options);
        Teacher[] all = [.. teachers ?? [], new Teacher("the float model", OnnxFile.ToBytes(model.Model))];
        var folded = FoldedNetwork.Of(model.Weights);
        var phases = new TrainingPhases(clips, all, runFolder, progress, cancellationToken) { Epochs = options.QuantizationEpochs };
        var tuned = options with
        {
            Epochs = options.QuantizationEpochs,
            LearningRate = options.QuantizationLearningRate,
            WarmUpShare = 0,
            Patience = 0,
            Seed = unchecked(options.Seed - PhaseSeeds),
        };
        var weights = phases.Train(
            tuned, new TrainingPhase(folded.Network, "checkpoint-quantization.bin") { Start = folded, Grids = grids, Deploy = deploy });
        return new TrainedModel(
            new FloatModel(weights, clips.Labels, clips.Metadata), options, phases.History, phases.ChosenEpoch);
    }
}
