using Earshot.Onnx.Proto;
using Earshot.Onnx.Tensors;
using DataType = Earshot.Onnx.Proto.TensorProto.Types.DataType;

namespace Earshot.Onnx;

/// <summary>Writes a graph node by node. Each method returns the name of the tensor it made.</summary>
public sealed class OnnxGraphBuilder
{
    /// <summary>The operator set version of the models that Earshot writes.</summary>
    public const int OperatorSetVersion = 17;

    private const int IrVersion = 8;
    private readonly GraphProto _graph;

    /// <summary>Starts an empty graph.</summary>
    public OnnxGraphBuilder(string name)
    {
        _graph = new GraphProto { Name = name };
    }

    /// <summary>Declares an input; the batch comes before <paramref name="dimensions"/>.</summary>
    public string Input(string name, DataType type, params ReadOnlySpan<int> dimensions)
    {
        _graph.Input.Add(ValueInfoFactory.Batched(name, type, dimensions));
        return name;
    }

    /// <summary>Declares a FLOAT output; the batch comes before <paramref name="dimensions"/>.</summary>
    public void Output(string name, params ReadOnlySpan<int> dimensions) =>
        _graph.Output.Add(ValueInfoFactory.Batched(name, DataType.Float, dimensions));

    /// <summary>Adds a constant.</summary>
    public string Constant(TensorProto tensor)
    {
        _graph.Initializer.Add(tensor);
        return tensor.Name;
    }

    /// <summary>Adds a FLOAT constant.</summary>
    public string Constant(string name, ReadOnlySpan<int> dimensions, ReadOnlySpan<float> values) =>
        Constant(TensorFactory.Float(name, dimensions, values));

    /// <summary>Adds a node with one output.</summary>
    public string Node(string operatorType, string output, params ReadOnlySpan<string> inputs)
    {
        _graph.Node.Add(NodeFactory.Create(operatorType, output, inputs));
        return output;
    }

    /// <summary>Adds a node with one output and lets <paramref name="configure"/> set its attributes.</summary>
    public string Node(Action<NodeProto> configure, string operatorType, string output, params ReadOnlySpan<string> inputs)
    {
        var node = NodeFactory.Create(operatorType, output, inputs);
        configure(node);
        _graph.Node.Add(node);
        return output;
    }

    /// <summary>The finished model.</summary>
    public ModelProto Build() => new()
    {
        IrVersion = IrVersion,
        ProducerName = "earshot",
        OpsetImport = { new OperatorSetIdProto { Domain = "", Version = OperatorSetVersion } },
        Graph = _graph,
    };
}
