using Earshot.Training.Graphs;

namespace Earshot.Training.Optimization;

/// <summary>Emits the optimiser's step on one long vector of weights.</summary>
internal static class Optimizer
{
    /// <summary>How many vectors of state the update rule keeps.</summary>
    internal static int Moments(OptimizerKind kind) => kind == OptimizerKind.AdamW ? 2 : 1;

    /// <summary>The weights and moments after one step.</summary>
    /// <param name="weights">[size].</param>
    /// <param name="gradient">[size].</param>
    /// <param name="moments">Of the count that <see cref="Moments"/> gives, each [size].</param>
    /// <param name="decayMask">[size]: 1 where weight decay applies, else 0.</param>
    /// <param name="learningRate">[1].</param>
    /// <param name="step">[1]: 1 at the first step.</param>
    /// <param name="options">The settings.</param>
    internal static (Tensor Weights, IReadOnlyList<Tensor> Moments) Step(
        Tensor weights,
        Tensor gradient,
        IReadOnlyList<Tensor> moments,
        Tensor decayMask,
        Tensor learningRate,
        Tensor step,
        OptimizerOptions options)
    {
        var clipped = options.MaximumNorm > 0 ? Clip(gradient, options.MaximumNorm) : gradient;
        var (direction, next) = options.Kind == OptimizerKind.AdamW
            ? AdamW(clipped, moments, step, options)
            : Sgd(clipped, moments, options);
        var decay = weights * decayMask * options.WeightDecay;
        return (weights - ((direction + decay) * learningRate), next);
    }

    private static (Tensor Direction, IReadOnlyList<Tensor> Moments) AdamW(
        Tensor gradient, IReadOnlyList<Tensor> moments, Tensor step, OptimizerOptions options)
    {
        var mean = (moments[0] * options.Momentum) + (gradient * (1 - options.Momentum));
        var square = (moments[1] * options.SquareDecay) + (gradient * gradient * (1 - options.SquareDecay));
        var deviation = (square / Correction(options.SquareDecay, step)).Sqrt() + options.Epsilon;
        return (mean / Correction(options.Momentum, step) / deviation, [mean, square]);
    }

    private static (Tensor Direction, IReadOnlyList<Tensor> Moments) Sgd(
        Tensor gradient, IReadOnlyList<Tensor> moments, OptimizerOptions options)
    {
        var velocity = (moments[0] * options.Momentum) + gradient;
        return (velocity, [velocity]);
    }

    /// <summary>1 − decay^step: a mean that started at zero is this share of what it will be.</summary>
    private static Tensor Correction(float decay, Tensor step)
    {
        var graph = step.Graph;
        return 1f - graph.Emit("Pow", step.Shape, [graph.Scalar(decay), step]);
    }

    private static Tensor Clip(Tensor gradient, float maximumNorm)
    {
        var graph = gradient.Graph;
        var norm = (gradient * gradient).ReduceSum(0).Sqrt();
        var scale = graph.Emit("Min", [1], [graph.Scalar(maximumNorm) / (norm + 1e-12f), graph.Scalar(1)]);
        return gradient * scale;
    }
}
