using Earshot.Onnx.Proto;

namespace Earshot.Onnx.Shapes;

/// <summary>The output shapes of operators that rearrange or reduce axes.</summary>
public static class LayoutShapes
{
    /// <summary>An axis attribute as an index from the front.</summary>
    /// <exception cref="InvalidDataException">There is no such axis.</exception>
    public static int Axis(long axis, int rank) => axis >= -rank && axis < rank
        ? (int)(axis < 0 ? axis + rank : axis)
        : throw new InvalidDataException($"axis {axis} does not exist in a tensor of {rank} dimensions.");

    /// <summary>The axes of a node: its second input from operator set 13 or 18 on, an attribute before.</summary>
    public static int[]? Axes(NodeProto node, ShapeInference shapes, int rank)
    {
        long[]? axes = shapes.ConstantOf(node, 1) ?? node.IntegersAttribute("axes")?.Select(axis => (long)axis).ToArray();
        return axes?.Select(axis => Axis(axis, rank)).ToArray();
    }

    internal static int[] Infer(NodeProto node, ShapeInference shapes)
    {
        var input = shapes.ShapeOf(node, 0);
        switch (node.OpType)
        {
            case "Flatten":
                var split = (int)node.IntegerAttribute("axis", 1);
                split = split < 0 ? split + input.Length : split;
                return [Product(input.AsSpan(0, split)), Product(input.AsSpan(split))];
            case "Reshape":
                return Reshape(node, input, shapes.ConstantOf(node, 1) ?? throw new InvalidDataException("its target shape is not constant."));
            case "Transpose":
                var order = node.IntegersAttribute("perm") ?? [.. Enumerable.Range(0, input.Length).Reverse()];
                return [.. order.Select(axis => input[axis])];
            case "Squeeze":
                var squeezed = Axes(node, shapes, input.Length);
                return [.. input.Where((size, axis) => squeezed is null ? size != 1 : !squeezed.Contains(axis))];
            case "Unsqueeze":
                return Unsqueeze(node, input, shapes);
            case "Slice":
                return Slice(node, input, shapes);
            case "ReduceMean" or "ReduceMax":
                var reduced = Axes(node, shapes, input.Length) ?? [.. Enumerable.Range(0, input.Length)];
                var keep = node.IntegerAttribute("keepdims", 1) != 0;
                return [.. input.Select((size, axis) => reduced.Contains(axis) ? keep ? 1 : 0 : size).Where(size => size > 0)];
            default:
                throw new NotSupportedException(node.OpType);
        }
    }

    private static int[] Reshape(NodeProto node, int[] input, long[] target)
    {
        var copyZero = node.IntegerAttribute("allowzero", 0) == 0;
        int[] shape = [.. target.Select((size, axis) => size == 0 && copyZero ? input[axis] : checked((int)size))];
        var free = Array.IndexOf(shape, -1);
        var (have, known) = (Product(input), shape.Where(size => size != -1).Aggregate(1, (product, size) => checked(product * size)));
        if (free >= 0 && known > 0)
        {
            shape[free] = have / known;
            known *= shape[free];
        }

        return known == have
            ? shape
            : throw new InvalidDataException($"{have} values do not fit the shape [{string.Join(", ", target)}].");
    }

    private static int[] Unsqueeze(NodeProto node, int[] input, ShapeInference shapes)
    {
        var count = (shapes.ConstantOf(node, 1)?.Length ?? node.IntegersAttribute("axes")?.Length ?? 0) + input.Length;
        var added = Axes(node, shapes, count) ?? [];
        var rest = new Queue<int>(input);
        return [.. Enumerable.Range(0, count).Select(axis => added.Contains(axis) ? 1 : rest.Dequeue())];
    }

    private static int[] Slice(NodeProto node, int[] input, ShapeInference shapes)
    {
        if (shapes.ConstantOf(node, 1) is not { } starts || shapes.ConstantOf(node, 2) is not { } ends || starts.Length != ends.Length
            || shapes.ConstantOf(node, 4) is { } steps && steps.Any(step => step != 1))
        {
            throw new InvalidDataException("its bounds are not constants with step 1.");
        }

        var axes = shapes.ConstantOf(node, 3) ?? [.. Enumerable.Range(0, starts.Length).Select(axis => (long)axis)];
        int[] shape = [.. input];
        for (var index = 0; index < axes.Length; index++)
        {
            var axis = Axis(axes[index], input.Length);
            var first = Math.Clamp(starts[index] < 0 ? starts[index] + input[axis] : starts[index], 0, input[axis]);
            var last = Math.Clamp(ends[index] < 0 ? ends[index] + input[axis] : ends[index], first, input[axis]);
            shape[axis] = (int)(last - first);
        }

        return shape;
    }

    private static int Product(ReadOnlySpan<int> sizes)
    {
        var product = 1;
        foreach (var size in sizes)
        {
            product = checked(product * size);
        }

        return product;
    }
}
