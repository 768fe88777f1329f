namespace Earshot.Training.Graphs;

/// <summary>Activation functions.</summary>
public static class Activations
{
    /// <summary>The slope below 0 of the networks' LeakyRelu.</summary>
    internal const float LeakySlope = 0.1f;

    /// <summary>Large enough that the product with any activation above it saturates HardSigmoid at 0 or 1.</summary>
    private const float Steep = 1e30f;

    /// <summary>max(x, 0). The gradient at 0 is 0.</summary>
    public static Tensor Relu(this Tensor input)
    {
        var output = input.Graph.Emit("Relu", input.Shape, [input]);
        return input.Graph.Record(output, [input], gradient => [gradient * IsAboveZero(output)]);
    }

    /// <summary>min(max(x, 0), 6). The gradient at 0 and at 6 is 0.</summary>
    public static Tensor Relu6(this Tensor input)
    {
        var graph = input.Graph;
        var output = graph.Emit("Clip", input.Shape, [input, graph.Scalar(0), graph.Scalar(6)]);
        return graph.Record(output, [input], gradient => [gradient * IsAboveZero(output) * IsBelowSix(output)]);
    }

    /// <summary>max(x, 0) + slope · min(x, 0). The gradient at 0 is the slope.</summary>
    /// <param name="input">Any tensor.</param>
    /// <param name="slope">Above 0.</param>
    public static Tensor LeakyRelu(this Tensor input, float slope)
    {
        var output = input.Graph.Emit("LeakyRelu", input.Shape, [input], OnnxAttribute.Of("alpha", slope));
        return input.Graph.Record(
            output, [input], gradient => [gradient * ((IsAboveZero(output) * (1 - slope)) + slope)]);
    }

    /// <summary>Softmax over the last axis.</summary>
    public static Tensor Softmax(this Tensor input)
    {
        var output = input.Graph.Emit("Softmax", input.Shape, [input], OnnxAttribute.Of("axis", -1));
        var last = input.Rank - 1;
        return input.Graph.Record(
            output, [input], gradient => [output * (gradient - (gradient * output).ReduceSum(last).Expand(input.Shape))]);
    }

    /// <summary>The logarithm of softmax over the last axis.</summary>
    public static Tensor LogSoftmax(this Tensor input)
    {
        var output = input.Graph.Emit("LogSoftmax", input.Shape, [input], OnnxAttribute.Of("axis", -1));
        var last = input.Rank - 1;
        return input.Graph.Record(
            output, [input], gradient => [gradient - (output.Exp() * gradient.ReduceSum(last))]);
    }

    /// <summary>
    /// Multiplies by a mask that the caller draws: 0 with the dropout rate, otherwise 1 / (1 − rate). Kept outside the
    /// graph so that a run depends on nothing but its inputs.
    /// </summary>
    public static Tensor Dropout(this Tensor input, Tensor mask) => input * mask;

    // ONNX Runtime computes HardSigmoid several times faster than Greater with Where or Cast.
    private static Tensor IsAboveZero(Tensor tensor) =>
        tensor.Graph.Emit(
            "HardSigmoid", tensor.Shape, [tensor], OnnxAttribute.Of("alpha", Steep), OnnxAttribute.Of("beta", 0f));

    private static Tensor IsBelowSix(Tensor tensor) =>
        tensor.Graph.Emit(
            "HardSigmoid", tensor.Shape, [tensor], OnnxAttribute.Of("alpha", -Steep), OnnxAttribute.Of("beta", 6 * Steep));
}
