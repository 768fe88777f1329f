namespace Earshot.Training.Pruning;

/// <summary>What tells which channels matter least.</summary>
public enum PruneCriterion
{
    /// <summary>The sum of the magnitudes of a channel's folded weights (Li et al., "Pruning filters for efficient ConvNets", 2017).</summary>
    WeightNorm,

    /// <summary>The magnitude of a channel's scale of batch normalisation (Liu et al., "Network slimming", 2017).</summary>
    NormalizationScale,
}
