using Earshot.Onnx.Proto;

namespace Earshot.Onnx.Shapes;

/// <summary>The output shape of each operator that Earshot knows.</summary>
internal static class OperatorShapes
{
    private static readonly string[] SameAsFirstInput =
    [
        "BatchNormalization", "Cast", "Clip", "DequantizeLinear", "Dropout", "HardSigmoid", "HardSwish", "Identity", "LeakyRelu",
        "QuantizeLinear", "Relu", "Sigmoid", "Softmax", "Tanh",
    ];

    private static readonly string[] Shaped =
    [
        "Add", "AveragePool", "Concat", "Conv", "Flatten", "Gemm", "GlobalAveragePool", "GlobalMaxPool", "MatMul", "MaxPool",
        "Mul", "Pad", "ReduceMax", "ReduceMean", "Reshape", "Slice", "Squeeze", "Sub", "Transpose", "Unsqueeze",
    ];

    /// <summary>The operators whose shapes can be inferred.</summary>
    public static IEnumerable<string> Known { get; } = [.. SameAsFirstInput.Concat(Shaped).Order(StringComparer.Ordinal)];

    /// <summary>Infers the shape of a node's output.</summary>
    /// <exception cref="NotSupportedException">The operator is unknown.</exception>
    public static int[] Infer(NodeProto node, ShapeInference shapes)
    {
        if (SameAsFirstInput.Contains(node.OpType))
        {
            return shapes.ShapeOf(node, 0);
        }

        return node.OpType switch
        {
            "Add" or "Sub" or "Mul" => Broadcast(shapes.ShapeOf(node, 0), shapes.ShapeOf(node, 1)),
            "Conv" => Convolution(node, shapes.ShapeOf(node, 0), shapes.ShapeOf(node, 1)),
            "MaxPool" or "AveragePool" => Pool(node, shapes.ShapeOf(node, 0)),
            "GlobalAveragePool" or "GlobalMaxPool" => [.. shapes.ShapeOf(node, 0).Select((size, axis) => axis < 2 ? size : 1)],
            "Concat" => Concat(node, shapes),
            "Gemm" => Gemm(node, shapes.ShapeOf(node, 0), shapes.ShapeOf(node, 1)),
            "MatMul" => MatMul(shapes.ShapeOf(node, 0), shapes.ShapeOf(node, 1)),
            "Pad" => Pad(node, shapes),
            _ => LayoutShapes.Infer(node, shapes),
        };
    }

    private static int[] Broadcast(int[] left, int[] right)
    {
        var shape = new int[Math.Max(left.Length, right.Length)];
        for (var axis = 1; axis <= shape.Length; axis++)
        {
            var (a, b) = (axis <= left.Length ? left[^axis] : 1, axis <= right.Length ? right[^axis] : 1);
            shape[^axis] = a == b || b == 1 ? a : a == 1 ? b : throw new InvalidDataException($"sizes {a} and {b} do not broadcast.");
        }

        return shape;
    }

    private static int[] Convolution(NodeProto node, int[] input, int[] weights)
    {
        if (input.Length != weights.Length || input.Length is < 3 or > 4)
        {
            throw new InvalidDataException($"a Conv needs 3 or 4 dimensions; the input has {input.Length}, the weights {weights.Length}.");
        }

        var groups = node.IntegerAttribute("group", 1);
        if (groups < 1 || weights[1] * groups != input[1] || weights[0] % groups != 0)
        {
            throw new InvalidDataException($"{input[1]} input channels in {groups} groups do not match weights [{string.Join(", ", weights)}].");
        }

        return [input[0], weights[0], .. ConvolutionGeometry.Read(node, input.AsSpan(2), weights[2..]).Output];
    }

    private static int[] Pool(NodeProto node, int[] input) =>
        [input[0], input[1], .. ConvolutionGeometry.Read(node, input.AsSpan(2), null).Output];

    private static int[] Concat(NodeProto node, ShapeInference shapes)
    {
        var shape = (int[])shapes.ShapeOf(node, 0).Clone();
        var axis = LayoutShapes.Axis(node.IntegerAttribute("axis", 0), shape.Length);
        for (var input = 1; input < node.Input.Count; input++)
        {
            var other = shapes.ShapeOf(node, input);
            if (other.Length != shape.Length || other.Where((size, index) => index != axis && size != shape[index]).Any())
            {
                throw new InvalidDataException("its inputs differ in another axis than the joined one.");
            }

            shape[axis] += other[axis];
        }

        return shape;
    }

    private static int[] Gemm(NodeProto node, int[] left, int[] right)
    {
        var (rows, inner) = node.IntegerAttribute("transA", 0) == 0 ? (left[0], left[1]) : (left[1], left[0]);
        var (depth, columns) = node.IntegerAttribute("transB", 0) == 0 ? (right[0], right[1]) : (right[1], right[0]);
        return inner == depth ? [rows, columns] : throw new InvalidDataException($"{inner} inputs meet weights for {depth}.");
    }

    private static int[] MatMul(int[] left, int[] right) => right.Length == 2 && left[^1] == right[0]
        ? [.. left[..^1], right[1]]
        : throw new InvalidDataException($"shapes [{string.Join(", ", left)}] and [{string.Join(", ", right)}] do not multiply.");

    private static int[] Pad(NodeProto node, ShapeInference shapes)
    {
        var input = shapes.ShapeOf(node, 0);
        var pads = shapes.ConstantOf(node, 1) ?? throw new InvalidDataException("its pads are not constant.");
        return pads.Length == 2 * input.Length
            ? [.. input.Select((size, axis) => checked(size + (int)(pads[axis] + pads[axis + input.Length])))]
            : throw new InvalidDataException("its pads do not match the input.");
    }
}
