using Earshot.Onnx;
using Earshot.Onnx.Proto;
using Earshot.Onnx.Shapes;
using Earshot.Onnx.Tensors;

namespace Earshot.Quantization.Preparation;

/// <summary>Turns a mean or maximum over all spatial axes into global pooling.</summary>
internal static class PoolingForming
{
    public static void Apply(ModelProto model, string origin)
    {
        var graph = model.Graph;
        var shapes = ShapeInference.Run(model, origin);
        foreach (var node in graph.Node.Where(node => node.OpType is "ReduceMean" or "ReduceMax").ToArray())
        {
            var input = shapes.Shapes[node.Input[0]];
            var axes = LayoutShapes.Axes(node, shapes, input.Length) ?? [];
            if (input.Length < 3 || !axes.Order().SequenceEqual(Enumerable.Range(2, input.Length - 2)))
            {
                throw new InputException(
                    origin,
                    $"node '{node.DisplayName()}' ({node.OpType}) reduces axes [{string.Join(", ", axes)}].",
                    "Reduce over all of time and frequency, or use AveragePool or MaxPool.");
            }

            var keep = node.IntegerAttribute("keepdims", 1) != 0;
            var output = node.Output[0];
            node.OpType = node.OpType == "ReduceMean" ? "GlobalAveragePool" : "GlobalMaxPool";
            node.Attribute.Clear();
            while (node.Input.Count > 1)
            {
                node.Input.RemoveAt(1);
            }

            if (!keep)
            {
                node.Output[0] = $"{output}_pooled";
                node.Name = node.Output[0];
                graph.Node.Insert(graph.Node.IndexOf(node) + 1, NodeFactory.Create("Flatten", output, node.Output[0]));
            }
        }
    }
}
