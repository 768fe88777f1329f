using Earshot.Onnx;
using Earshot.Onnx.Proto;
using Earshot.Onnx.Shapes;

namespace Earshot.Packing.Import;

/// <summary>Operators that move no value: they only say how the axes are seen. Slice is one when it cuts along time.</summary>
internal static class LayoutImport
{
    public static bool Handles(string operation) =>
        operation is "Flatten" or "Reshape" or "Squeeze" or "Unsqueeze" or "Transpose" or "Identity" or "Dropout" or "Cast";

    /// <summary>The value behind such an operator.</summary>
    public static ImportedValue Apply(ImportContext context, NodeProto node, ImportedValue value)
    {
        try
        {
            var shape = context.Shape(node.Output[0]);
            var layout = node.OpType switch
            {
                "Transpose" => value.Layout.Transposed(node.IntegersAttribute("perm") ?? [.. Enumerable.Range(0, shape.Length).Reverse()]),
                "Identity" or "Dropout" or "Cast" => value.Layout,
                _ => value.Layout.Reshaped(value.Tensor, shape),
            };
            return value with { Layout = layout };
        }
        catch (InvalidDataException exception)
        {
            throw context.Fail(
                node,
                $"rearranges values: {exception.Message}",
                "Only flattening, adding and dropping axes of size 1, and swapping whole axes can be deployed.",
                exception);
        }
    }

    /// <summary>The value behind a Slice along time.</summary>
    public static ImportedValue Slice(ImportContext context, NodeProto node)
    {
        var value = context.Value(node, 0);
        long[]? starts = context.Inference.ConstantOf(node, 1), axes = context.Inference.ConstantOf(node, 3), steps = context.Inference.ConstantOf(node, 4);
        if (starts is not [var start] || axes is not [var named] || steps is not (null or [1]))
        {
            throw context.Fail(node, "is not a cut along one axis with step 1", "Cut along time with constant bounds.");
        }

        var axis = LayoutShapes.Axis(named, value.Layout.Rank);
        if (!value.Layout.Holds(axis, PhysicalAxis.Time, value.Tensor) || value.Tensor.Columns == 1)
        {
            throw context.Fail(node, "does not cut along time", "Only time can be cut; choose channels or bands inside the network's layers.");
        }

        var columns = context.Shape(node.Input[0])[axis];
        var first = (int)Math.Clamp(start < 0 ? start + columns : start, 0, columns);
        return value with { Crop = value.Crop + first };
    }
}
