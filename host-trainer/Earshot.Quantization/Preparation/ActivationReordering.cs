using Earshot.Onnx;
using Earshot.Onnx.Proto;

namespace Earshot.Quantization.Preparation;

/// <summary>Moves a Relu or Clip from behind a MaxPool to in front of it, where it fuses with a layer. Both are monotonic.</summary>
internal static class ActivationReordering
{
    public static void Apply(GraphProto graph)
    {
        foreach (var activation in graph.Node.Where(node => node.OpType is "Relu" or "Clip").ToArray())
        {
            var index = new GraphIndex(graph);
            var pool = index.Producer(activation.Input[0]);
            if (pool is not { OpType: "MaxPool" or "GlobalMaxPool" } || index.OnlyConsumer(pool.Output[0]) != activation
                || index.Producer(pool.Input[0]) is not { OpType: "Conv" or "BatchNormalization" or "Add" }
                || index.OnlyConsumer(pool.Input[0]) != pool)
            {
                continue;
            }

            var (source, output) = (pool.Input[0], activation.Output[0]);
            var middle = pool.Output[0];
            activation.Input[0] = source;
            activation.Output[0] = middle;
            pool.Input[0] = middle;
            pool.Output[0] = output;
            graph.Node.Remove(activation);
            graph.Node.Insert(graph.Node.IndexOf(pool), activation);
        }
    }
}
