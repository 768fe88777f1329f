namespace Earshot.Experiments.Configuration;

/// <summary>Which fold chooses the epoch whose weights are kept. It is never the fold that is reported.</summary>
public enum ValidationRule
{
    /// <summary>All other folds are trained on, and the last epoch is kept.</summary>
    None,

    /// <summary>
    /// The fold that follows the held-out one in ascending order, the first after the last; it is not trained on.
    /// </summary>
    NextFold,
}
