namespace Earshot.Training.Graphs;

/// <summary>Sums and means over axes.</summary>
public static class Reduction
{
    /// <summary>The sum over some axes, which stay with size 1.</summary>
    public static Tensor ReduceSum(this Tensor tensor, params IReadOnlyList<int> axes)
    {
        var graph = tensor.Graph;
        var axesTensor = graph.Constant([.. axes.Select(axis => (long)axis)]);
        var output = graph.Emit("ReduceSum", Shapes.Reduce(tensor.Shape, axes), [tensor, axesTensor]);
        return graph.Record(output, [tensor], gradient => [gradient.Expand(tensor.Shape)]);
    }

    /// <summary>The mean over some axes, which stay with size 1.</summary>
    public static Tensor ReduceMean(this Tensor tensor, params IReadOnlyList<int> axes)
    {
        var graph = tensor.Graph;
        var output = graph.Emit(
            "ReduceMean",
            Shapes.Reduce(tensor.Shape, axes),
            [tensor],
            OnnxAttribute.Of("axes", axes),
            OnnxAttribute.Of("keepdims", 1));
        var share = (float)output.Size / tensor.Size;
        return graph.Record(output, [tensor], gradient => [(gradient * share).Expand(tensor.Shape)]);
    }

    /// <summary>Sums over whatever broadcasting repeated, so that a gradient gets its operand's shape back.</summary>
    internal static Tensor SumTo(this Tensor tensor, IReadOnlyList<int> shape)
    {
        if (tensor.Shape.SequenceEqual(shape))
        {
            return tensor;
        }

        var added = tensor.Rank - shape.Count;
        int[] axes = [.. Enumerable.Range(0, tensor.Rank)
            .Where(axis => axis < added || (shape[axis - added] == 1 && tensor.Shape[axis] != 1))];
        var sum = axes.Length == 0 ? tensor : tensor.ReduceSum(axes);
        return sum.Reshape(shape);
    }
}
