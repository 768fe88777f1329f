namespace Earshot.Training.Graphs;

/// <summary>Operations on each element by itself.</summary>
public static class Elementwise
{
    /// <summary>left + right, with broadcasting.</summary>
    public static Tensor Add(Tensor left, Tensor right) =>
        Binary("Add", left, right, gradient => [gradient, gradient]);

    /// <summary>left − right, with broadcasting.</summary>
    public static Tensor Subtract(Tensor left, Tensor right) =>
        Binary("Sub", left, right, gradient => [gradient, -gradient]);

    /// <summary>left · right, with broadcasting.</summary>
    public static Tensor Multiply(Tensor left, Tensor right) =>
        Binary("Mul", left, right, gradient => [gradient * right, gradient * left]);

    /// <summary>left / right, with broadcasting.</summary>
    public static Tensor Divide(Tensor left, Tensor right) =>
        Binary("Div", left, right, gradient => [gradient / right, -(gradient * left) / (right * right)]);

    /// <summary>The square root; its argument must be positive.</summary>
    public static Tensor Sqrt(this Tensor tensor) =>
        Unary("Sqrt", tensor, (output, gradient) => gradient / (output * 2));

    /// <summary>e to the power of each element.</summary>
    public static Tensor Exp(this Tensor tensor) => Unary("Exp", tensor, (output, gradient) => gradient * output);

    /// <summary>The natural logarithm.</summary>
    public static Tensor Log(this Tensor tensor) => Unary("Log", tensor, (_, gradient) => gradient / tensor);

    /// <summary>The logistic function 1 / (1 + e^−x).</summary>
    public static Tensor Sigmoid(this Tensor tensor) =>
        Unary("Sigmoid", tensor, (output, gradient) => gradient * output * (1f - output));

    /// <summary>The hyperbolic tangent.</summary>
    public static Tensor Tanh(this Tensor tensor) =>
        Unary("Tanh", tensor, (output, gradient) => gradient * (1f - (output * output)));

    private static Tensor Unary(string operation, Tensor tensor, Func<Tensor, Tensor, Tensor> gradient)
    {
        var output = tensor.Graph.Emit(operation, tensor.Shape, [tensor]);
        return tensor.Graph.Record(output, [tensor], outputGradient => [gradient(output, outputGradient)]);
    }

    private static Tensor Binary(
        string operation, Tensor left, Tensor right, Func<Tensor, IReadOnlyList<Tensor>> gradient)
    {
        var output = left.Graph.Emit(operation, Shapes.Broadcast(left.Shape, right.Shape), [left, right]);
        return left.Graph.Record(
            output,
            [left, right],
            outputGradient =>
            {
                var gradients = gradient(outputGradient);
                return [gradients[0].SumTo(left.Shape), gradients[1].SumTo(right.Shape)];
            });
    }
}
