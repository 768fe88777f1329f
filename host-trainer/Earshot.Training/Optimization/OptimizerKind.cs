namespace Earshot.Training.Optimization;

/// <summary>How weights follow gradients.</summary>
public enum OptimizerKind
{
    /// <summary>Adam with decoupled weight decay (Loshchilov and Hutter, 2019).</summary>
    AdamW,

    /// <summary>Stochastic gradient descent with momentum and decoupled weight decay.</summary>
    Sgd,
}
