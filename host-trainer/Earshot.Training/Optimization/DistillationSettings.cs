namespace Earshot.Training.Optimization;

/// <summary>How much a student learns from its teachers; see <see cref="Graphs.Losses.Distillation"/>.</summary>
/// <param name="Weight">The teachers' part of the loss, above 0 and at most 1.</param>
/// <param name="Temperature">What the logits of both are divided by before softmax; positive.</param>
public sealed record DistillationSettings(float Weight, float Temperature);
