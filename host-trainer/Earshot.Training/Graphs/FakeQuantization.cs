using Earshot.Onnx;

namespace Earshot.Training.Graphs;

/// <summary>
/// Rounds values to an int8 grid in the forward pass and lets the gradient through as if it had not (the straight-through
/// estimator; Bengio et al., 2013; Jacob et al., "Quantization and training of neural networks", 2018).
/// </summary>
public static class FakeQuantization
{
    /// <summary>Large enough that the product with any distance from a limit saturates HardSigmoid at 0 or 1.</summary>
    private const float Steep = 1e30f;

    /// <summary>Rounds an activation to a fixed grid. The gradient is 0 outside the grid's range.</summary>
    /// <param name="input">Any shape.</param>
    /// <param name="grid">The scale and the zero point of the int8 tensor.</param>
    public static Tensor QuantizeActivation(this Tensor input, QuantizationParameters grid)
    {
        var graph = input.Graph;
        float low = sbyte.MinValue - grid.ZeroPoint, high = sbyte.MaxValue - grid.ZeroPoint;
        var scaled = graph.Emit("Mul", input.Shape, [input, graph.Scalar(1 / grid.Scale)]);
        var clipped = graph.Emit("Clip", input.Shape, [scaled, graph.Scalar(low), graph.Scalar(high)]);
        var rounded = graph.Emit("Round", input.Shape, [clipped]);
        var output = graph.Emit("Mul", input.Shape, [rounded, graph.Scalar(grid.Scale)]);
        return graph.Record(output, [input], gradient =>
        {
            var inside = gradient * Above(scaled, low);
            return [inside * Below(scaled, high)];
        });
    }

    /// <summary>Rounds weights to 255 symmetric steps an output channel, as wide as the channel's largest weight asks.</summary>
    /// <param name="weights">[outputs, ..].</param>
    public static Tensor QuantizeWeights(this Tensor weights)
    {
        var graph = weights.Graph;
        int[] axes = [.. Enumerable.Range(1, weights.Rank - 1)];
        var shape = Shapes.Reduce(weights.Shape, axes);
        var magnitude = graph.Emit("Abs", weights.Shape, [weights]);
        var largest = graph.Emit(
            "ReduceMax", shape, [magnitude], OnnxAttribute.Of("axes", axes), OnnxAttribute.Of("keepdims", 1));
        var scale = graph.Emit("Max", shape, [graph.Emit("Mul", shape, [largest, graph.Scalar(1f / 127)]), graph.Scalar(1e-12f)]);
        var steps = graph.Emit("Round", weights.Shape, [graph.Emit("Div", weights.Shape, [weights, scale])]);
        var output = graph.Emit("Mul", weights.Shape, [steps, scale]);
        return graph.Record(output, [weights], gradient => [gradient]);
    }

    // ONNX Runtime computes HardSigmoid several times faster than comparisons with Where or Cast.
    private static Tensor Above(Tensor tensor, float limit) => Step(tensor, Steep, -limit * Steep);

    private static Tensor Below(Tensor tensor, float limit) => Step(tensor, -Steep, limit * Steep);

    private static Tensor Step(Tensor tensor, float slope, float offset) =>
        tensor.Graph.Emit(
            "HardSigmoid", tensor.Shape, [tensor], OnnxAttribute.Of("alpha", slope), OnnxAttribute.Of("beta", offset));
}
