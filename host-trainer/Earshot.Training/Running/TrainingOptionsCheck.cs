using Earshot.Training.Sampling;

namespace Earshot.Training.Running;

/// <summary>Refuses options that cannot be meant.</summary>
internal static class TrainingOptionsCheck
{
    /// <exception cref="InputException">An option is out of range.</exception>
    internal static void Check(TrainingOptions options)
    {
        Require(options.Epochs >= 1, nameof(options.Epochs), "at least 1");
        Require(options.BatchSize >= 2, nameof(options.BatchSize), "at least 2, because batch normalisation needs several");
        Require(options.WindowFrames >= 1, nameof(options.WindowFrames), "at least 1");
        Require(options.WindowsPerEpoch >= 0, nameof(options.WindowsPerEpoch), "0 or more");
        Require(options.DecisionHopFrames >= 1, nameof(options.DecisionHopFrames), "at least 1");
        Require(IsPositive(options.LearningRate), nameof(options.LearningRate), "positive");
        Require(IsShare(options.WarmUpShare), nameof(options.WarmUpShare), "from 0 to below 1");
        Require(IsShare(options.LabelSmoothing), nameof(options.LabelSmoothing), "from 0 to below 1");
        Require(options.DistillationWeight is >= 0 and <= 1, nameof(options.DistillationWeight), "from 0 to 1");
        Require(IsPositive(options.DistillationTemperature), nameof(options.DistillationTemperature), "positive");
        Require(IsShare(options.AverageDecay), nameof(options.AverageDecay), "from 0 to below 1");
        Require(IsShare(options.PruneShare), nameof(options.PruneShare), "from 0 to below 1");
        Require(options.PruneSteps >= 1, nameof(options.PruneSteps), "at least 1");
        Require(options.PruneEpochs >= 1, nameof(options.PruneEpochs), "at least 1");
        Require(IsPositive(options.PruneLearningRate), nameof(options.PruneLearningRate), "positive");
        Require(options.QuantizationEpochs >= 1, nameof(options.QuantizationEpochs), "at least 1");
        Require(IsPositive(options.QuantizationLearningRate), nameof(options.QuantizationLearningRate), "positive");
        Require(options.Patience >= 0, nameof(options.Patience), "0 or more");
        Require(options.Threads >= 0, nameof(options.Threads), "0 or more");
        Require(options.Optimizer.WeightDecay >= 0, nameof(options.Optimizer.WeightDecay), "0 or more");
        Require(IsShare(options.Optimizer.Momentum), nameof(options.Optimizer.Momentum), "from 0 to below 1");
        Require(IsShare(options.Optimizer.SquareDecay), nameof(options.Optimizer.SquareDecay), "from 0 to below 1");
        AugmentationCheck.Check(options.Augmentation);
        Require(options.Optimizer.Epsilon > 0, nameof(options.Optimizer.Epsilon), "positive");
        Require(options.Optimizer.MaximumNorm >= 0, nameof(options.Optimizer.MaximumNorm), "0 or more");
        Require(options.Gate.Range >= 0, nameof(options.Gate.Range), "0 or more");
        Require(options.Gate.Decay >= 0, nameof(options.Gate.Decay), "0 or more");
        Require(options.Gate.LoudShare is >= 0 and <= 1, nameof(options.Gate.LoudShare), "from 0 to 1");
    }

    private static bool IsPositive(float value) => value > 0 && float.IsFinite(value);

    private static bool IsShare(float value) => value is >= 0 and < 1;

    private static void Require(bool condition, string option, string range)
    {
        if (!condition)
        {
            throw new InputException(option, "its value is out of range.", $"Make it {range}.");
        }
    }
}
