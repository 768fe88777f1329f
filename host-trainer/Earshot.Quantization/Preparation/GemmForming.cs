using Earshot.Onnx;
using Earshot.Onnx.Proto;
using Earshot.Onnx.Shapes;

namespace Earshot.Quantization.Preparation;

/// <summary>Turns a matrix product with constant weights, and the bias added behind it, into a Gemm.</summary>
internal static class GemmForming
{
    public static void Apply(ModelProto model, string origin)
    {
        var graph = model.Graph;
        var shapes = ShapeInference.Run(model, origin).Shapes;
        foreach (var node in graph.Node.Where(node => node.OpType == "MatMul").ToArray())
        {
            var index = new GraphIndex(graph);
            if (shapes[node.Input[0]].Length != 2 || index.Initializer(node.Input[1]) is null)
            {
                throw new InputException(
                    origin,
                    $"node '{node.DisplayName()}' (MatMul) is not a dense layer with constant weights.",
                    "Flatten its input to [N, features] and export the weights as constants.");
            }

            node.OpType = "Gemm";
            if (index.OnlyConsumer(node.Output[0]) is { OpType: "Add" } addition)
            {
                var bias = addition.Input[0] == node.Output[0] ? addition.Input[1] : addition.Input[0];
                if (index.Initializer(bias) is not null && shapes[bias] is [_] or [1, _])
                {
                    node.Input.Add(bias);
                    node.Output[0] = addition.Output[0];
                    graph.Node.Remove(addition);
                }
            }
        }
    }
}
