namespace Earshot.Training.Networks;

/// <summary>What a trained tensor is for.</summary>
public enum ParameterRole
{
    /// <summary>Weights before a ReLU: start with He's variance 2 / fan-in, and decay.</summary>
    Weights,

    /// <summary>Weights without an activation behind them: start with variance 1 / fan-in, and decay.</summary>
    LinearWeights,

    /// <summary>Factors that start at 1 and do not decay.</summary>
    Scale,

    /// <summary>Terms that start at 0 and do not decay.</summary>
    Shift,
}
