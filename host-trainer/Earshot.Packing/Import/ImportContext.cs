using Earshot.Onnx;
using Earshot.Onnx.Proto;
using Earshot.Onnx.Shapes;
using Earshot.Packing.Network;

namespace Earshot.Packing.Import;

/// <summary>What the importers of the operators share: the graph, the values made so far and the layers found.</summary>
internal sealed class ImportContext
{
    public const string SupportedOperators =
        "Conv, Gemm, MatMul, MaxPool, AveragePool, GlobalAveragePool, GlobalMaxPool, ReduceMean, ReduceMax, Add, Concat, Relu, "
        + "Clip, LeakyRelu, Sigmoid, HardSigmoid, HardSwish, Tanh, Softmax, Pad, Slice (time), Flatten, Reshape, Squeeze, Unsqueeze, "
        + "Transpose, Identity, Dropout, QuantizeLinear and DequantizeLinear";

    public ImportContext(ModelProto model, string origin, TimeAxis timeAxis)
    {
        (Model, Origin, TimeAxis) = (model, origin, timeAxis);
        Index = new GraphIndex(model.Graph);
        Inference = ShapeInference.Run(model, origin);
        Constants = new ConstantReader(this);
    }

    public ModelProto Model { get; }

    public string Origin { get; }

    public TimeAxis TimeAxis { get; }

    public GraphIndex Index { get; }

    public ShapeInference Inference { get; }

    public ConstantReader Constants { get; }

    public Dictionary<string, ImportedValue> Values { get; } = [];

    public HashSet<NodeProto> Handled { get; } = [];

    public List<NetworkTensor> Tensors { get; } = [];

    public List<NetworkLayer> Layers { get; } = [];

    public List<string> Decisions { get; } = [];

    /// <summary>The probabilities and what they are computed from, once they have been met.</summary>
    public (NetworkTensor Scores, NetworkTensor Logits)? Scores { get; set; }

    public int[] Shape(string tensor) => Inference.Shapes[tensor];

    /// <summary>The activation that a node reads.</summary>
    public ImportedValue Value(NodeProto node, int input)
    {
        var name = node.Input.Count > input ? node.Input[input] : "";
        if (Values.TryGetValue(name, out var value))
        {
            return value;
        }

        throw Fail(
            node,
            Constants.IsConstant(name)
                ? $"reads the constant '{name}' as if it were sound"
                : $"reads '{name}', which is not quantised",
            "Quantise the model (QDQ, int8) so that a QuantizeLinear and a DequantizeLinear stand on every activation, "
            + "and fold constants into weights and biases.");
    }

    /// <summary>The activation that a layer reads; refuses one that is cut along time.</summary>
    public ImportedValue WholeValue(NodeProto node, int input)
    {
        var value = PaddedValue(node, input);
        return value.IsPadded ? throw Fail(node, "reads a Pad", "A Pad may only feed a Conv.") : value;
    }

    /// <summary>The activation that Add or Concat reads; it may be cut, not padded.</summary>
    public ImportedValue JoinedValue(NodeProto node, int input)
    {
        var value = Value(node, input);
        return value.IsPadded ? throw Fail(node, "reads a Pad", "A Pad may only feed a Conv.") : value;
    }

    /// <summary>The activation that a convolution reads; it may be padded, not cut.</summary>
    public ImportedValue PaddedValue(NodeProto node, int input)
    {
        var value = Value(node, input);
        return value.Crop == 0
            ? value
            : throw Fail(node, "reads a Slice", "A Slice along time may only feed Add or Concat.");
    }

    /// <summary>The way from a node to its QuantizeLinear, or null.</summary>
    public OutputChain? ChainOrNull(NodeProto node) => OutputChain.Find(this, node);

    /// <summary>The way from a node to its QuantizeLinear.</summary>
    public OutputChain Chain(NodeProto node) => ChainOrNull(node) ?? throw Fail(
        node,
        "has an output that is not quantised",
        "Quantise the model first: a QuantizeLinear must stand behind every layer (and its Relu or Clip).");

    /// <summary>Makes a layer's output known under the names that follow it.</summary>
    public void Publish(OutputChain chain, ImportedValue value)
    {
        foreach (var node in chain.Layout)
        {
            value = LayoutImport.Apply(this, node, value);
        }

        Handled.Add(chain.Quantizer);
        Values[chain.Quantizer.Input[0]] = value;
        Values[chain.Quantizer.Output[0]] = value;
    }

    /// <summary>Whether nothing but quantisation lies between a node's output and the outputs of the graph.</summary>
    public bool IsFinal(NodeProto node)
    {
        var tensor = node.Output[0];
        while (Index.Consumers(tensor) is [{ OpType: "QuantizeLinear" or "DequantizeLinear" } next])
        {
            tensor = next.Output[0];
        }

        return Index.IsOutput(tensor) && Index.Consumers(tensor).Count == 0;
    }

    public NetworkTensor AddTensor(NetworkTensor tensor)
    {
        Tensors.Add(tensor);
        return tensor;
    }

    public InputException Fail(NodeProto node, string problem, string remedy, Exception? cause = null) =>
        new(Origin, $"node '{node.DisplayName()}' ({node.OpType}) {problem}.", remedy, cause);

    public InputException Unsupported(NodeProto node) =>
        Fail(node, "is an operator that a pack cannot hold", $"Supported are {SupportedOperators}.");
}
