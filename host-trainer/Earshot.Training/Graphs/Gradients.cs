namespace Earshot.Training.Graphs;

/// <summary>Reverse-mode differentiation: adds the backward pass of a graph to the graph.</summary>
public static class Gradients
{
    /// <summary>The gradients of a scalar with respect to some tensors, as new tensors of the same graph.</summary>
    /// <param name="loss">The scalar to differentiate, of one element.</param>
    /// <param name="sources">Parameters, or tensors computed from parameters.</param>
    /// <exception cref="ArgumentException">The loss is no scalar, or does not depend on a source.</exception>
    public static IReadOnlyList<Tensor> Of(Tensor loss, IReadOnlyList<Tensor> sources)
    {
        if (loss.Size != 1)
        {
            throw new ArgumentException($"Only a scalar has a gradient, not {loss}.", nameof(loss));
        }

        var graph = loss.Graph;
        var wasRecording = graph.IsRecording;
        graph.IsRecording = false;
        try
        {
            var gradients = Backpropagate(loss);
            return [.. sources.Select(source => gradients.TryGetValue(source, out var gradient)
                ? gradient
                : throw new ArgumentException($"{loss} does not depend on {source}.", nameof(sources)))];
        }
        finally
        {
            graph.IsRecording = wasRecording;
        }
    }

    private static Dictionary<Tensor, Tensor> Backpropagate(Tensor loss)
    {
        var gradients = new Dictionary<Tensor, Tensor> { [loss] = Ones(loss) };
        foreach (var entry in Enumerable.Reverse(loss.Graph.Tape))
        {
            if (!gradients.TryGetValue(entry.Output, out var outputGradient))
            {
                continue;
            }

            foreach (var (input, gradient) in entry.Inputs.Zip(entry.Gradient(outputGradient)))
            {
                if (gradient is null || !input.RequiresGradient)
                {
                    continue;
                }

                if (!gradient.Shape.SequenceEqual(input.Shape))
                {
                    throw new InvalidOperationException($"The gradient {gradient} has not the shape of {input}.");
                }

                gradients[input] = gradients.TryGetValue(input, out var sum) ? sum + gradient : gradient;
            }
        }

        return gradients;
    }

    private static Tensor Ones(Tensor loss) => loss.Graph.Constant([1f], loss.Shape);
}
