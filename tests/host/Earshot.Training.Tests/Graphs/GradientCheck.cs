using Earshot.Training.Graphs;
using Xunit;

namespace Earshot.Training.Tests.Graphs;

/// <summary>
/// Compares the gradient of Σ rᵢ·yᵢ, with fixed random r, with double-sided finite differences in every element of every
/// input. The sum is taken in double precision outside the graph, so the only rounding is that of y itself: an error of
/// about 1e-7·√n / step, far below the tolerance of 2e-3.
/// </summary>
internal static class GradientCheck
{
    private const float Step = 5e-3f;
    private const double Tolerance = 2e-3;

    /// <param name="operation">From the inputs to the output.</param>
    /// <param name="distinct">
    /// Whether input elements must lie well apart from each other and from zero, where the operation has kinks.
    /// </param>
    /// <param name="positive">Whether input elements must be positive.</param>
    /// <param name="shapes">The inputs' shapes.</param>
    internal static void Run(
        Func<Tensor[], Tensor> operation, int[][] shapes, bool distinct = false, bool positive = false)
    {
        var random = new Random(7);
        var graph = new GraphBuilder();
        var parameters = shapes.Select((shape, i) => graph.Parameter($"x{i}", shape)).ToArray();
        var output = operation(parameters);
        var weights = Draw(random, output.Size, distinct: false, positive: false);
        var loss = (output * graph.Constant(weights, output.Shape)).ReduceSum([.. Enumerable.Range(0, output.Rank)]);
        var gradients = Gradients.Of(loss, parameters);
        graph.Output("y", output);
        for (var i = 0; i < gradients.Count; i++)
        {
            graph.Output($"g{i}", gradients[i]);
        }

        var inputs = parameters.ToDictionary(
            parameter => parameter.Name,
            parameter => (Values: Draw(random, parameter.Size, distinct, positive), Shape: parameter.Shape.ToArray()));
        using var runner = new GraphRunner(graph);
        var analytic = runner.Run(inputs)[1..];
        for (var i = 0; i < parameters.Length; i++)
        {
            var values = inputs[$"x{i}"].Values;
            for (var element = 0; element < values.Length; element++)
            {
                var numeric = Difference(runner, inputs, values, element, weights);
                var error = Math.Abs(numeric - analytic[i][element]);
                Assert.True(
                    error <= Tolerance * Math.Max(1, Math.Abs(numeric)),
                    $"Input {i}, element {element}: the gradient is {analytic[i][element]}, finite differences give {numeric}.");
            }
        }
    }

    private static double Difference(
        GraphRunner runner,
        Dictionary<string, (float[] Values, int[] Shape)> inputs,
        float[] values,
        int element,
        float[] weights)
    {
        var original = values[element];
        var above = values[element] = original + Step;
        var high = WeightedSum(runner.Run(inputs)[0], weights);
        var below = values[element] = original - Step;
        var low = WeightedSum(runner.Run(inputs)[0], weights);
        values[element] = original;
        return (high - low) / ((double)above - below);
    }

    private static double WeightedSum(float[] values, float[] weights) =>
        values.Zip(weights, (value, weight) => (double)value * weight).Sum();

    private static float[] Draw(Random random, int count, bool distinct, bool positive)
    {
        if (!distinct)
        {
            return [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)
                .Select(value => positive ? 0.5f + Math.Abs(value) : value)];
        }

        // Multiples of a spacing, shuffled and never zero.
        var spacing = 4 * Step;
        var values = Enumerable.Range(0, count).Select(i => (i - (count / 2) + 0.5f) * spacing).ToArray();
        random.Shuffle(values);
        return values;
    }
}
