namespace Earshot.Training.Graphs;

/// <summary>Loss functions.</summary>
public static class Losses
{
    /// <summary>The cross-entropy between target distributions and softmax of logits, averaged over the batch.</summary>
    /// <param name="logits">[batch, classes].</param>
    /// <param name="targets">[batch, classes]; each row sums to 1.</param>
    /// <param name="labelSmoothing">
    /// The share of each target that is spread evenly over all classes (Szegedy et al., 2016), from 0 to below 1.
    /// </param>
    /// <returns>A scalar of shape [1, 1].</returns>
    public static Tensor CrossEntropy(Tensor logits, Tensor targets, float labelSmoothing = 0)
    {
        var classes = logits.Shape[1];
        var smoothed = labelSmoothing == 0 ? targets : (targets * (1 - labelSmoothing)) + (labelSmoothing / classes);
        return -(smoothed * logits.LogSoftmax()).ReduceSum(0, 1) * (1f / logits.Shape[0]);
    }
}
