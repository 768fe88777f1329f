using Earshot.Onnx;
using Earshot.Onnx.Proto;
using Earshot.Onnx.Shapes;
using Earshot.Packing.Network;

namespace Earshot.Packing.Import;

/// <summary>Add and Concat: where branches meet.</summary>
internal static class JoinImport
{
    public static void ImportAdd(ImportContext context, NodeProto node)
    {
        var (left, right) = (context.JoinedValue(node, 0), context.JoinedValue(node, 1));
        var (first, second) = (left.Layout.Normalized(left.Tensor), right.Layout.Normalized(right.Tensor));
        var columns = Columns(context, node, first);
        if (!first.Matches(second) || left.Tensor.Frequency != right.Tensor.Frequency || left.Tensor.Channels != right.Tensor.Channels
            || !context.Shape(node.Input[0]).SequenceEqual(context.Shape(node.Input[1])))
        {
            throw context.Fail(node, "adds tensors of different shape", "Give both the same shape; broadcasting is not supported.");
        }

        var chain = context.Chain(node);
        var tensor = context.AddTensor(new NetworkTensor(
            chain.Quantizer.Output[0], columns, left.Tensor.Frequency, left.Tensor.Channels, chain.Parameters));
        context.Layers.Add(new NetworkLayer(node.DisplayName(), LayerOperator.Add, [left.Tensor, right.Tensor], tensor)
        {
            Crops = [left.Crop, right.Crop],
            Factors = [left.Tensor.Parameters.Scale / chain.Parameters.Scale, right.Tensor.Parameters.Scale / chain.Parameters.Scale],
            ClampMinimum = chain.ClampMinimum,
            ClampMaximum = chain.ClampMaximum,
        });
        context.Publish(chain, new ImportedValue(tensor, first));
    }

    public static void ImportConcat(ImportContext context, NodeProto node)
    {
        var chain = context.Chain(node);
        var sum = context.JoinedValue(node, 0);
        var axis = LayoutShapes.Axis(node.IntegerAttribute("axis", 0), sum.Layout.Rank);
        for (var input = 1; input < node.Input.Count; input++)
        {
            sum = Join(context, node, axis, sum, context.JoinedValue(node, input), chain, input == node.Input.Count - 1 ? "" : $"_{input}");
        }

        context.Publish(chain, sum);
    }

    private static ImportedValue Join(
        ImportContext context, NodeProto node, int axis, ImportedValue left, ImportedValue right, OutputChain chain, string suffix)
    {
        var part = Part(context, node, axis, left, right);
        var along = part == PhysicalAxis.Frequency;
        var columns = Columns(context, node, left.Layout.Normalized(left.Tensor));
        var tensor = context.AddTensor(new NetworkTensor(
            chain.Quantizer.Output[0] + suffix,
            columns,
            left.Tensor.Frequency + (along ? right.Tensor.Frequency : 0),
            left.Tensor.Channels + (along ? 0 : right.Tensor.Channels),
            chain.Parameters));
        context.Layers.Add(new NetworkLayer(node.DisplayName() + suffix, LayerOperator.Concatenate, [left.Tensor, right.Tensor], tensor)
        {
            AlongFrequency = along,
            Crops = [left.Crop, right.Crop],
            Factors = [left.Tensor.Parameters.Scale / chain.Parameters.Scale, right.Tensor.Parameters.Scale / chain.Parameters.Scale],
            ClampMinimum = chain.ClampMinimum,
            ClampMaximum = chain.ClampMaximum,
        });
        var layout = Enumerable.Range(0, left.Layout.Rank)
            .Select(place => place == axis ? [part] : left.Layout[place].ToArray());
        return new ImportedValue(tensor, new AxisLayout([.. layout]).Normalized(tensor));
    }

    private static PhysicalAxis Part(ImportContext context, NodeProto node, int axis, ImportedValue left, ImportedValue right)
    {
        var (first, second) = (left.Layout.Normalized(left.Tensor), right.Layout.Normalized(right.Tensor));
        var held = first[axis].Concat(second[axis]).Distinct().ToArray();
        var part = held.Length == 1 ? held[0] : axis == 1 && held.Length == 0 ? PhysicalAxis.Channel : PhysicalAxis.Time;
        if (part == PhysicalAxis.Time || first.Rank != second.Rank || first[axis].Count > 1 || second[axis].Count > 1
            || Enumerable.Range(0, first.Rank).Any(place => place != axis && !first[place].SequenceEqual(second[place])))
        {
            throw context.Fail(node, "joins tensors along time or along flattened axes", "Join along channels or frequency, before flattening.");
        }

        return part;
    }

    private static int Columns(ImportContext context, NodeProto node, AxisLayout layout)
    {
        var shape = context.Shape(node.Input[0]);
        for (var axis = 0; axis < layout.Rank; axis++)
        {
            if (layout[axis] is [PhysicalAxis.Time])
            {
                return shape[axis];
            }

            if (layout[axis].Contains(PhysicalAxis.Time))
            {
                throw context.Fail(node, "joins tensors whose time axis is flattened", "Join before flattening.");
            }
        }

        return 1;
    }
}
