namespace Earshot.Training.Graphs;

/// <summary>Operations that move elements without changing them.</summary>
public static class Shaping
{
    /// <summary>The same elements in another shape of the same size.</summary>
    public static Tensor Reshape(this Tensor tensor, params IReadOnlyList<int> shape)
    {
        if (tensor.Shape.SequenceEqual(shape))
        {
            return tensor;
        }

        var graph = tensor.Graph;
        var output = graph.Emit("Reshape", shape, [tensor, graph.Constant([.. shape.Select(size => (long)size)])]);
        if (output.Size != tensor.Size)
        {
            throw new ArgumentException($"{tensor} does not fit the shape [{string.Join(", ", shape)}].", nameof(shape));
        }

        return graph.Record(output, [tensor], gradient => [gradient.Reshape(tensor.Shape)]);
    }

    /// <summary>The axes in another order: axis i of the result is axis <c>order[i]</c> of the tensor.</summary>
    public static Tensor Transpose(this Tensor tensor, params IReadOnlyList<int> order)
    {
        // Moving axes of size 1 about moves no element.
        if (order.Where(axis => tensor.Shape[axis] != 1).IsAscending())
        {
            return tensor.Reshape([.. order.Select(axis => tensor.Shape[axis])]);
        }

        int[] shape = [.. order.Select(axis => tensor.Shape[axis])];
        var output = tensor.Graph.Emit("Transpose", shape, [tensor], OnnxAttribute.Of("perm", order));
        int[] inverse = [.. Enumerable.Range(0, order.Count).Select(axis => order.ToList().IndexOf(axis))];
        return tensor.Graph.Record(output, [tensor], gradient => [gradient.Transpose(inverse)]);
    }

    /// <summary>
    /// Every <paramref name="step"/>-th element of an axis, from <paramref name="start"/> up to before
    /// <paramref name="end"/>.
    /// </summary>
    public static Tensor Slice(this Tensor tensor, int axis, int start, int end, int step = 1)
    {
        var size = (end - start + step - 1) / step;
        if (start == 0 && step == 1 && end == tensor.Shape[axis])
        {
            return tensor;
        }

        var graph = tensor.Graph;
        int[] shape = [.. tensor.Shape.Select((length, i) => i == axis ? size : length)];
        var output = graph.Emit(
            "Slice",
            shape,
            [
                tensor,
                graph.Constant([(long)start]),
                graph.Constant([(long)end]),
                graph.Constant([(long)axis]),
                graph.Constant([(long)step]),
            ]);
        return graph.Record(output, [tensor], gradient => [gradient.Spread(axis, start, step, tensor.Shape[axis])]);
    }

    /// <summary>Replaces an axis by two: groups, and the elements that <paramref name="indices"/> gives for each of them.</summary>
    internal static Tensor Gather(this Tensor tensor, int axis, long[] indices, int groups)
    {
        int[] group = [groups, indices.Length / groups];
        int[] shape = [.. tensor.Shape.Take(axis), .. group, .. tensor.Shape.Skip(axis + 1)];
        return tensor.Graph.Emit("Gather", shape, [tensor, tensor.Graph.Constant(indices, group)], OnnxAttribute.Of("axis", axis));
    }

    /// <summary>Zeros before and after the elements of an axis.</summary>
    public static Tensor Pad(this Tensor tensor, int axis, int before, int after)
    {
        if (before == 0 && after == 0)
        {
            return tensor;
        }

        var graph = tensor.Graph;
        var pads = new long[2 * tensor.Rank];
        pads[axis] = before;
        pads[axis + tensor.Rank] = after;
        int[] shape = [.. tensor.Shape.Select((length, i) => i == axis ? before + length + after : length)];
        var output = graph.Emit("Pad", shape, [tensor, graph.Constant(pads)]);
        return graph.Record(output, [tensor], gradient => [gradient.Slice(axis, before, before + tensor.Shape[axis])]);
    }

    /// <summary>Tensors one after another along an axis.</summary>
    public static Tensor Concat(IReadOnlyList<Tensor> tensors, int axis)
    {
        if (tensors.Count == 1)
        {
            return tensors[0];
        }

        var graph = tensors[0].Graph;
        int[] shape = [.. tensors[0].Shape.Select((length, i) => i == axis ? tensors.Sum(tensor => tensor.Shape[axis]) : length)];
        var output = graph.Emit("Concat", shape, tensors, OnnxAttribute.Of("axis", axis));
        return graph.Record(
            output,
            tensors,
            gradient =>
            {
                var gradients = new List<Tensor>();
                var start = 0;
                foreach (var tensor in tensors)
                {
                    gradients.Add(gradient.Slice(axis, start, start + tensor.Shape[axis]));
                    start += tensor.Shape[axis];
                }

                return gradients;
            });
    }

    /// <summary>Repeats axes of size 1 up to a shape.</summary>
    internal static Tensor Expand(this Tensor tensor, IReadOnlyList<int> shape)
    {
        if (tensor.Shape.SequenceEqual(shape))
        {
            return tensor;
        }

        var graph = tensor.Graph;
        var output = graph.Emit("Expand", shape, [tensor, graph.Constant([.. shape.Select(size => (long)size)])]);
        return graph.Record(output, [tensor], gradient => [gradient.SumTo(tensor.Shape)]);
    }

    private static bool IsAscending(this IEnumerable<int> values)
    {
        var last = -1;
        foreach (var value in values)
        {
            if (value < last)
            {
                return false;
            }

            last = value;
        }

        return true;
    }

    /// <summary>Puts an axis' elements at every <paramref name="step"/>-th place of a longer axis of zeros.</summary>
    private static Tensor Spread(this Tensor tensor, int axis, int start, int step, int size)
    {
        if (step == 1)
        {
            return tensor.Pad(axis, start, size - start - tensor.Shape[axis]);
        }

        // A new axis of size step whose first place holds the element, then flattened: zeros between the elements.
        int[] shape = [.. tensor.Shape];
        int[] split = [.. shape[..(axis + 1)], 1, .. shape[(axis + 1)..]];
        int[] merged = [.. shape];
        merged[axis] *= step;
        var spread = tensor.Reshape(split).Pad(axis + 1, 0, step - 1).Reshape(merged);
        var available = Math.Min(merged[axis], size - start);
        return spread.Slice(axis, 0, available).Pad(axis, start, size - start - available);
    }
}
