using Earshot.Onnx.Proto;

namespace Earshot.Onnx;

/// <summary>Who makes and who reads each tensor of a graph. A snapshot: build it again after changing the graph.</summary>
public sealed class GraphIndex
{
    private static readonly NodeProto[] None = [];
    private readonly Dictionary<string, NodeProto> _producers = [];
    private readonly Dictionary<string, List<NodeProto>> _consumers = [];
    private readonly Dictionary<string, TensorProto> _initializers = [];
    private readonly HashSet<string> _outputs;

    /// <summary>Indexes a graph.</summary>
    public GraphIndex(GraphProto graph)
    {
        foreach (var tensor in graph.Initializer)
        {
            _initializers[tensor.Name] = tensor;
        }

        foreach (var node in graph.Node)
        {
            foreach (var output in node.Output.Where(name => name.Length > 0))
            {
                _producers[output] = node;
            }

            foreach (var input in node.Input.Where(name => name.Length > 0).Distinct())
            {
                if (!_consumers.TryGetValue(input, out var list))
                {
                    _consumers[input] = list = [];
                }

                list.Add(node);
            }
        }

        _outputs = [.. graph.Output.Select(output => output.Name)];
    }

    /// <summary>The node that makes a tensor, or null for inputs and initializers.</summary>
    public NodeProto? Producer(string tensor) => _producers.GetValueOrDefault(tensor);

    /// <summary>The nodes that read a tensor, in graph order.</summary>
    public IReadOnlyList<NodeProto> Consumers(string tensor) =>
        _consumers.TryGetValue(tensor, out var list) ? list : None;

    /// <summary>The constant of that name, or null.</summary>
    public TensorProto? Initializer(string tensor) => _initializers.GetValueOrDefault(tensor);

    /// <summary>Whether the graph hands the tensor to its caller.</summary>
    public bool IsOutput(string tensor) => _outputs.Contains(tensor);

    /// <summary>The only node that reads a tensor, or null when there are others or the caller sees it.</summary>
    public NodeProto? OnlyConsumer(string tensor) =>
        !IsOutput(tensor) && Consumers(tensor) is [var only] ? only : null;
}
