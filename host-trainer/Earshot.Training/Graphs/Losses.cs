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

    /// <summary>
    /// What a student learns from labels and from teachers: (1 − weight) · <see cref="CrossEntropy"/> of the targets, plus
    /// weight · temperature² · cross-entropy between the teachers' probabilities and softmax(logits / temperature). The square
    /// keeps both gradients of one size at any temperature (Hinton et al., "Distilling the knowledge in a neural network",
    /// 2015).
    /// </summary>
    /// <param name="logits">[batch, classes].</param>
    /// <param name="targets">[batch, classes]; each row sums to 1.</param>
    /// <param name="taught">[batch, classes]: the teachers' probabilities at the temperature; each row sums to 1.</param>
    /// <param name="weight">The teachers' part, from 0 to 1.</param>
    /// <param name="temperature">Positive.</param>
    /// <param name="labelSmoothing">See <see cref="CrossEntropy"/>; the teachers' part is not smoothed.</param>
    /// <returns>A scalar of shape [1, 1].</returns>
    public static Tensor Distillation(
        Tensor logits, Tensor targets, Tensor taught, float weight, float temperature, float labelSmoothing = 0)
    {
        var fromTeachers = CrossEntropy(logits * (1 / temperature), taught) * (weight * temperature * temperature);
        return (CrossEntropy(logits, targets, labelSmoothing) * (1 - weight)) + fromTeachers;
    }
}
