using Earshot.Onnx;
using Earshot.Onnx.Proto;

namespace Earshot.Quantization.Rewriting;

/// <summary>
/// Which tensors of a prepared float graph are quantised, and which of them must share scale and zero point. A Relu or
/// Clip directly behind a Conv, Gemm or Add is part of that layer, so the tensor between them is not quantised. Layers
/// that only pick or move values (MaxPool, Concat, Flatten…) keep the parameters of their input, which makes them exact.
/// </summary>
public sealed class QuantizationPlan
{
    private static readonly string[] KeepsParameters =
        ["Concat", "Flatten", "GlobalMaxPool", "MaxPool", "Reshape", "Squeeze", "Transpose", "Unsqueeze"];

    private readonly Dictionary<string, string> _parents = [];
    private readonly List<string> _tensors = [];

    /// <summary>Plans a prepared graph with one input.</summary>
    public QuantizationPlan(GraphProto graph)
    {
        var index = new GraphIndex(graph);
        Input = graph.Input[0].Name;
        Add(Input);
        foreach (var node in graph.Node)
        {
            var output = node.Output[0];
            if (IsFused(node, index))
            {
                continue;
            }

            Add(output);
            if (KeepsParameters.Contains(node.OpType))
            {
                foreach (var input in node.Input.Where(_parents.ContainsKey))
                {
                    _parents[Root(input)] = Root(output);
                }
            }

            if (node.OpType == "Softmax")
            {
                Probabilities.Add(output);
            }
        }
    }

    /// <summary>The graph input.</summary>
    public string Input { get; }

    /// <summary>The tensors that are quantised, in graph order, the input first.</summary>
    public IReadOnlyList<string> Tensors => _tensors;

    /// <summary>The outputs of Softmax, whose scale is 1/256 and whose zero point is −128.</summary>
    public HashSet<string> Probabilities { get; } = [];

    /// <summary>Whether the two tensors must have the same parameters.</summary>
    public bool Share(string left, string right) => Root(left) == Root(right);

    /// <summary>The name of the group that a tensor shares its parameters with.</summary>
    public string Root(string tensor)
    {
        while (_parents[tensor] != tensor)
        {
            tensor = _parents[tensor];
        }

        return tensor;
    }

    /// <summary>
    /// Parameters of every tensor from the ranges that were seen. A group takes the widest range of its members.
    /// </summary>
    /// <param name="ranges">A range for each of <see cref="Tensors"/>.</param>
    /// <param name="input">The parameters of the features, which the front end fixes.</param>
    public IReadOnlyDictionary<string, QuantizationParameters> Parameters(
        IReadOnlyDictionary<string, ActivationRange> ranges, QuantizationParameters input)
    {
        Dictionary<string, ActivationRange> groups = [];
        foreach (var tensor in _tensors)
        {
            var root = Root(tensor);
            groups[root] = groups.TryGetValue(root, out var range) ? range.Union(ranges[tensor]) : ranges[tensor];
        }

        Dictionary<string, QuantizationParameters> parameters = [];
        foreach (var tensor in _tensors)
        {
            parameters[tensor] = Share(tensor, Input) ? input
                : Probabilities.Contains(tensor) ? new QuantizationParameters(1f / 256, sbyte.MinValue)
                : QuantizationParameters.FromRange(groups[Root(tensor)].Minimum, groups[Root(tensor)].Maximum);
        }

        return parameters;
    }

    private static bool IsFused(NodeProto node, GraphIndex index) =>
        node.OpType is "Conv" or "Gemm" or "Add" && index.OnlyConsumer(node.Output[0]) is { OpType: "Relu" or "Clip" };

    private void Add(string tensor)
    {
        _parents[tensor] = tensor;
        _tensors.Add(tensor);
    }
}
