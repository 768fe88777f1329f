namespace Earshot.Training.Optimization;

/// <summary>Settings of the optimiser that do not change during a run.</summary>
public sealed record OptimizerOptions
{
    /// <summary>The update rule.</summary>
    public OptimizerKind Kind { get; init; } = OptimizerKind.AdamW;

    /// <summary>Weight decay, multiplied with the learning rate; not applied to biases and normalisation.</summary>
    public float WeightDecay { get; init; } = 0.02f;

    /// <summary>AdamW: decay of the mean gradient. SGD: momentum.</summary>
    public float Momentum { get; init; } = 0.9f;

    /// <summary>AdamW: decay of the mean squared gradient.</summary>
    public float SquareDecay { get; init; } = 0.99f;

    /// <summary>AdamW: added to the root of the mean squared gradient.</summary>
    public float Epsilon { get; init; } = 1e-8f;

    /// <summary>The largest Euclidean norm of the whole gradient; larger ones are scaled down to it. 0 for no limit.</summary>
    public float MaximumNorm { get; init; } = 5;
}
