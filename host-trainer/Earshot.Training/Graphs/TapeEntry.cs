namespace Earshot.Training.Graphs;

/// <summary>One recorded operation: how a gradient of its output becomes gradients of its inputs.</summary>
/// <param name="Output">What the operation computed.</param>
/// <param name="Inputs">What it was computed from.</param>
/// <param name="Gradient">
/// From the gradient of the output, one gradient for each input, of the input's shape; null where none flows.
/// </param>
internal sealed record TapeEntry(Tensor Output, IReadOnlyList<Tensor> Inputs, Func<Tensor, IReadOnlyList<Tensor?>> Gradient);
