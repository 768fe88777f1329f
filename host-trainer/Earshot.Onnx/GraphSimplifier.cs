using Earshot.Onnx.Proto;
using Earshot.Onnx.Shapes;
using Earshot.Onnx.Tensors;

namespace Earshot.Onnx;

/// <summary>
/// Puts an inference graph in a plain form: nodes in order, constants as initializers, nothing that has no effect
/// (Identity, Dropout), no computation on shapes, no tensor that nobody reads.
/// </summary>
public static class GraphSimplifier
{
    /// <summary>A simplified copy of a model.</summary>
    /// <param name="model">The model; it is not changed.</param>
    /// <param name="origin">The file, for errors.</param>
    /// <exception cref="InputException">The graph has a cycle, a missing tensor, or an operator that is not supported.</exception>
    public static ModelProto Simplify(ModelProto model, string origin)
    {
        var copy = model.Clone();
        var graph = copy.Graph;
        MoveConstants(graph);
        SortNodes(graph, origin);
        Bypass(graph);
        var shapes = ShapeInference.Run(copy, origin);
        FoldIntegers(graph, shapes);
        RemoveUnused(graph);
        return copy;
    }

    /// <summary>Removes the nodes and initializers that no graph output depends on.</summary>
    public static void RemoveUnused(GraphProto graph)
    {
        var needed = graph.Output.Select(output => output.Name).ToHashSet();
        for (var index = graph.Node.Count - 1; index >= 0; index--)
        {
            var node = graph.Node[index];
            if (node.Output.Any(needed.Contains))
            {
                needed.UnionWith(node.Input);
            }
            else
            {
                graph.Node.RemoveAt(index);
            }
        }

        Replace(graph.Initializer, [.. graph.Initializer.Where(tensor => needed.Contains(tensor.Name))]);
        Replace(graph.Input, [.. graph.Input.Where(input => graph.Initializer.All(tensor => tensor.Name != input.Name))]);
        graph.ValueInfo.Clear();
    }

    private static void MoveConstants(GraphProto graph)
    {
        foreach (var node in graph.Node.Where(node => node.OpType == "Constant").ToArray())
        {
            var name = node.Output[0];
            var tensor = node.Attribute.FirstOrDefault() switch
            {
                { Name: "value" } attribute => attribute.T.Clone(),
                { Name: "value_int" } attribute => TensorFactory.Int64(name, [], [attribute.I]),
                { Name: "value_ints" } attribute => TensorFactory.Int64(name, [attribute.Ints.Count], [.. attribute.Ints]),
                { Name: "value_float" } attribute => TensorFactory.Float(name, [], [attribute.F]),
                { Name: "value_floats" } attribute => TensorFactory.Float(name, [attribute.Floats.Count], [.. attribute.Floats]),
                _ => null,
            };
            if (tensor is not null)
            {
                tensor.Name = name;
                graph.Initializer.Add(tensor);
                graph.Node.Remove(node);
            }
        }
    }

    private static void SortNodes(GraphProto graph, string origin)
    {
        var known = graph.Initializer.Select(tensor => tensor.Name).Concat(graph.Input.Select(input => input.Name)).Append("").ToHashSet();
        var waiting = graph.Node.ToList();
        List<NodeProto> sorted = [];
        while (waiting.Count > 0)
        {
            var ready = waiting.FirstOrDefault(node => node.Input.All(known.Contains));
            if (ready is null)
            {
                var stuck = waiting[0];
                throw new InputException(
                    origin,
                    $"node '{stuck.DisplayName()}' ({stuck.OpType}) needs tensor '{stuck.Input.First(name => !known.Contains(name))}', which nothing makes.",
                    "Export the model again.");
            }

            waiting.Remove(ready);
            sorted.Add(ready);
            known.UnionWith(ready.Output);
        }

        Replace(graph.Node, sorted);
    }

    private static void Bypass(GraphProto graph)
    {
        var outputs = graph.Output.Select(output => output.Name).ToHashSet();
        Dictionary<string, string> renamed = [];
        foreach (var node in graph.Node.ToArray())
        {
            for (var index = 0; index < node.Input.Count; index++)
            {
                node.Input[index] = renamed.GetValueOrDefault(node.Input[index], node.Input[index]);
            }

            if (node.OpType is "Identity" or "Dropout" && !outputs.Contains(node.Output[0]))
            {
                renamed[node.Output[0]] = node.Input[0];
                graph.Node.Remove(node);
            }
        }
    }

    private static void FoldIntegers(GraphProto graph, ShapeInference shapes)
    {
        var existing = graph.Initializer.Select(tensor => tensor.Name).ToHashSet();
        foreach (var node in graph.Node.Where(node => shapes.Constants.ContainsKey(node.Output[0])).ToArray())
        {
            var name = node.Output[0];
            if (existing.Add(name))
            {
                graph.Initializer.Add(TensorFactory.Int64(name, shapes.Shapes[name], shapes.Constants[name]));
                graph.Node.Remove(node);
            }
        }
    }

    private static void Replace<T>(Google.Protobuf.Collections.RepeatedField<T> field, IReadOnlyList<T> values)
    {
        field.Clear();
        field.AddRange(values);
    }
}
