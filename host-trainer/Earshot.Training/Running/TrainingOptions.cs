using Earshot.Training.Evaluation;
using Earshot.Training.Features;
using Earshot.Training.Models;
using Earshot.Training.Optimization;
using Earshot.Training.Pruning;
using Earshot.Training.Sampling;

namespace Earshot.Training.Running;

/// <summary>Everything that decides the outcome of a training run, besides the data.</summary>
public sealed record TrainingOptions
{
    /// <summary>The network: one of <see cref="ModelZoo.Names"/>.</summary>
    public string Model { get; init; } = ModelZoo.DefaultName;

    /// <summary>Frames in a window.</summary>
    public int WindowFrames { get; init; } = 62;

    /// <summary>Epochs to train.</summary>
    public int Epochs { get; init; } = 300;

    /// <summary>
    /// Windows in an epoch of the classes that are to be told apart; 0 for as many as the training clips hold side by side. Those of auxiliary sounds are
    /// drawn on top.
    /// </summary>
    public int WindowsPerEpoch { get; init; }

    /// <summary>Windows in a step.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>The highest learning rate, reached after the warm-up.</summary>
    public float LearningRate { get; init; } = 4e-3f;

    /// <summary>The share of all steps in which the learning rate rises from zero; then it falls as a cosine to zero.</summary>
    public float WarmUpShare { get; init; } = 0.05f;

    /// <summary>The share of each target that is spread evenly over all classes.</summary>
    public float LabelSmoothing { get; init; } = 0.05f;

    /// <summary>
    /// With teachers, their part of the loss, from 0 (none) to 1 (the labels play no part): knowledge distillation (Hinton et
    /// al., 2015). Without teachers it has no effect.
    /// </summary>
    public float DistillationWeight { get; init; } = 0.5f;

    /// <summary>
    /// What the logits of teachers and student are divided by before softmax, above 0: the higher, the more the student
    /// learns of how the teachers rank the wrong classes.
    /// </summary>
    public float DistillationTemperature { get; init; } = 2;

    /// <summary>
    /// The share of every layer's channels that is removed after training, from 0 (none) to below 1; the smaller network is
    /// then trained on. Layers keep a multiple of four channels.
    /// </summary>
    public float PruneShare { get; init; }

    /// <summary>In how many steps channels are removed, each followed by its own training; at least 1.</summary>
    public int PruneSteps { get; init; } = 1;

    /// <summary>Epochs after each step of pruning; at least 1.</summary>
    public int PruneEpochs { get; init; } = 20;

    /// <summary>The highest learning rate after each step of pruning, above 0.</summary>
    public float PruneLearningRate { get; init; } = 2e-3f;

    /// <summary>What tells which channels matter least.</summary>
    public PruneCriterion PruneCriterion { get; init; } = PruneCriterion.WeightNorm;

    /// <summary>How the network becomes int8.</summary>
    public QuantizationMode QuantizationMode { get; init; } = QuantizationMode.Auto;

    /// <summary>Epochs of quantisation-aware training; at least 1.</summary>
    public int QuantizationEpochs { get; init; } = 10;

    /// <summary>The highest learning rate of quantisation-aware training, above 0; it falls as a cosine to zero.</summary>
    public float QuantizationLearningRate { get; init; } = 2e-4f;

    /// <summary>How much of the average of weights stays at each step; 0 keeps the latest weights.</summary>
    public float AverageDecay { get; init; } = 0.998f;

    /// <summary>The optimiser.</summary>
    public OptimizerOptions Optimizer { get; init; } = new();

    /// <summary>How windows are varied.</summary>
    public AugmentationOptions Augmentation { get; init; } = new();

    /// <summary>Which windows are quiet, in training and in evaluation.</summary>
    public QuietGate Gate { get; init; } = new();

    /// <summary>
    /// A fold of the training clips that is not trained on but chooses the epoch whose weights are kept; null trains on all
    /// clips and keeps the last epoch.
    /// </summary>
    public int? ValidationFold { get; init; }

    /// <summary>With a validation fold, epochs without a better one after which training ends; 0 for never.</summary>
    public int Patience { get; init; }

    /// <summary>Frames from one window to the next when clips are decided.</summary>
    public int DecisionHopFrames { get; init; } = 8;

    /// <summary>How the windows of a clip make one decision.</summary>
    public DecisionRule DecisionRule { get; init; } = DecisionRule.Mean;

    /// <summary>The seed of all random numbers.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads; 0 for one a processor core.</summary>
    public int Threads { get; init; }

    /// <summary>Throws when an option is out of range.</summary>
    /// <exception cref="InputException">Names the option and its range.</exception>
    public void Validate() => TrainingOptionsCheck.Check(this);
}
