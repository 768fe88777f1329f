using Earshot.Onnx.Proto;

namespace Earshot.Onnx.Shapes;

/// <summary>Evaluates the small integer computations with which exporters describe the target of a Reshape.</summary>
internal static class IntegerEvaluator
{
    /// <summary>The value of a node's output where it is known before the network runs, else null.</summary>
    public static (long[] Values, int[] Dimensions)? Evaluate(NodeProto node, ShapeInference shapes)
    {
        switch (node.OpType)
        {
            case "Shape":
                var shape = shapes.ShapeOf(node, 0);
                return ([.. shape.Select(dimension => (long)dimension)], [shape.Length]);
            case "Cast" or "Identity" when shapes.HasConstant(node, 0):
                return (shapes.ConstantOf(node, 0)!, shapes.ShapeOf(node, 0));
            case "Unsqueeze" or "Squeeze" when shapes.HasConstant(node, 0):
                var kept = shapes.ConstantOf(node, 0)!;
                return (kept, node.OpType == "Squeeze" && kept.Length == 1 ? [] : [kept.Length]);
            case "Gather" when shapes.HasConstant(node, 0) && shapes.HasConstant(node, 1):
                var source = shapes.ConstantOf(node, 0)!;
                long[] picked = [.. shapes.ConstantOf(node, 1)!.Select(index => source[index < 0 ? index + source.Length : index])];
                return (picked, shapes.ShapeOf(node, 1));
            case "Concat" when node.Input.Select((_, index) => index).All(index => shapes.HasConstant(node, index)):
                long[] joined = [.. node.Input.SelectMany((_, index) => shapes.ConstantOf(node, index)!)];
                return (joined, [joined.Length]);
            case "Slice" when shapes.HasConstant(node, 0) && shapes.HasConstant(node, 1) && shapes.HasConstant(node, 2):
                return Slice(node, shapes);
            default:
                return null;
        }
    }

    private static (long[] Values, int[] Dimensions)? Slice(NodeProto node, ShapeInference shapes)
    {
        var source = shapes.ConstantOf(node, 0)!;
        if (shapes.ConstantOf(node, 1) is not [var start] || shapes.ConstantOf(node, 2) is not [var end]
            || shapes.ConstantOf(node, 4) is { } steps && steps is not [1])
        {
            return null;
        }

        var first = Math.Clamp(start < 0 ? start + source.Length : start, 0, source.Length);
        var last = Math.Clamp(end < 0 ? end + source.Length : end, first, source.Length);
        var slice = source[(int)first..(int)last];
        return (slice, [slice.Length]);
    }
}
