using System.Runtime.InteropServices;
using Earshot.Onnx.Proto;
using Google.Protobuf;

namespace Earshot.Training.Graphs;

/// <summary>
/// Builds an ONNX model node by node and records, for each differentiable operation, how to go backward, so that
/// <see cref="Gradients.Of"/> can add the backward pass to the same graph. The operators are ONNX's, and one of those that ONNX Runtime
/// documents as its own (https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md).
/// </summary>
public sealed class GraphBuilder
{
    /// <summary>The ONNX operator set that the graph is written in.</summary>
    public const int OperatorSet = 17;

    /// <summary>The ONNX file format version that goes with the operator set.</summary>
    public const int IrVersion = 8;

    private const string RuntimeDomain = "com.microsoft";
    private const int RuntimeDomainVersion = 1;

    private readonly List<NodeProto> _nodes = [];
    private readonly List<TensorProto> _initializers = [];
    private readonly List<Tensor> _inputs = [];
    private readonly List<(string Name, Tensor Tensor)> _outputs = [];
    private readonly Dictionary<float, Tensor> _scalars = [];
    private readonly HashSet<string> _inputNames = [];
    private int _nextName;

    /// <summary>The recorded operations, oldest first.</summary>
    internal List<TapeEntry> Tape { get; } = [];

    /// <summary>Whether operations are recorded; off while gradients are built.</summary>
    internal bool IsRecording { get; set; } = true;

    /// <summary>An input that each run supplies.</summary>
    public Tensor Input(string name, params IReadOnlyList<int> shape) => Input(name, ElementType.Float, shape);

    /// <summary>An input of another element type.</summary>
    public Tensor Input(string name, ElementType elementType, IReadOnlyList<int> shape)
    {
        if (!_inputNames.Add(name))
        {
            throw new ArgumentException($"The graph already has an input named '{name}'.", nameof(name));
        }

        var tensor = new Tensor(this, name, elementType, shape);
        _inputs.Add(tensor);
        return tensor;
    }

    /// <summary>An input that gradients are wanted for.</summary>
    public Tensor Parameter(string name, params IReadOnlyList<int> shape)
    {
        var tensor = Input(name, shape);
        tensor.RequiresGradient = true;
        return tensor;
    }

    /// <summary>A constant scalar; equal ones are shared.</summary>
    public Tensor Scalar(float value)
    {
        if (!_scalars.TryGetValue(value, out var tensor))
        {
            _scalars[value] = tensor = Constant([value], []);
        }

        return tensor;
    }

    /// <summary>A constant tensor, row-major.</summary>
    public Tensor Constant(ReadOnlySpan<float> values, params IReadOnlyList<int> shape) =>
        Constant(ElementType.Float, MemoryMarshal.AsBytes(values), values.Length, shape);

    /// <summary>A constant vector of integers.</summary>
    public Tensor Constant(ReadOnlySpan<long> values) => Constant(values, [values.Length]);

    /// <summary>A constant tensor of integers, row-major.</summary>
    public Tensor Constant(ReadOnlySpan<long> values, IReadOnlyList<int> shape) =>
        Constant(ElementType.Int64, MemoryMarshal.AsBytes(values), values.Length, shape);

    /// <summary>Makes a tensor one of the graph's outputs.</summary>
    public void Output(string name, Tensor tensor) => _outputs.Add((name, tensor));

    /// <summary>Adds a node of one output.</summary>
    /// <param name="operation">The ONNX operator.</param>
    /// <param name="shape">The shape that the operator will give its output.</param>
    /// <param name="inputs">The node's inputs.</param>
    /// <param name="attributes">The node's attributes.</param>
    internal Tensor Emit(
        string operation,
        IReadOnlyList<int> shape,
        IReadOnlyList<Tensor> inputs,
        params IReadOnlyList<AttributeProto> attributes) =>
        Emit(operation, ElementType.Float, shape, inputs, attributes);

    /// <summary>Adds a node of one output of any element type.</summary>
    internal Tensor Emit(
        string operation,
        ElementType elementType,
        IReadOnlyList<int> shape,
        IReadOnlyList<Tensor> inputs,
        params IReadOnlyList<AttributeProto> attributes)
    {
        return EmitMany(operation, [(elementType, shape)], inputs, attributes)[0];
    }

    /// <summary>Adds a node of several outputs.</summary>
    internal IReadOnlyList<Tensor> EmitMany(
        string operation,
        IReadOnlyList<(ElementType ElementType, IReadOnlyList<int> Shape)> outputs,
        IReadOnlyList<Tensor> inputs,
        params IReadOnlyList<AttributeProto> attributes)
    {
        return Add("", operation, outputs, inputs, attributes);
    }

    /// <summary>Adds a node of one output that is one of ONNX Runtime's own operators.</summary>
    internal Tensor EmitOfRuntime(
        string operation,
        IReadOnlyList<int> shape,
        IReadOnlyList<Tensor> inputs,
        params IReadOnlyList<AttributeProto> attributes) =>
        Add(RuntimeDomain, operation, [(ElementType.Float, shape)], inputs, attributes)[0];

    /// <summary>Records how to go backward through an operation.</summary>
    /// <returns><paramref name="output"/>.</returns>
    internal Tensor Record(Tensor output, IReadOnlyList<Tensor> inputs, Func<Tensor, IReadOnlyList<Tensor?>> gradient)
    {
        if (IsRecording && inputs.Any(input => input.RequiresGradient))
        {
            output.RequiresGradient = true;
            Tape.Add(new TapeEntry(output, inputs, gradient));
        }

        return output;
    }

    /// <summary>The model with everything its outputs need, and nothing else.</summary>
    /// <param name="name">The graph's name.</param>
    public ModelProto Build(string name)
    {
        var graph = new GraphProto { Name = name };
        var needed = _outputs.Select(output => output.Tensor.Name).ToHashSet();
        var kept = new List<NodeProto>();
        foreach (var node in Enumerable.Reverse(_nodes).Where(node => node.Output.Any(needed.Contains)))
        {
            needed.UnionWith(node.Input);
            kept.Add(node.Clone());
        }

        kept.Reverse();
        graph.Node.AddRange(kept);
        graph.Initializer.AddRange(_initializers.Where(initializer => needed.Contains(initializer.Name)));
        graph.Input.AddRange(_inputs.Where(input => needed.Contains(input.Name)).Select(input => Describe(input.Name, input)));
        NameOutputs(graph);
        var model = new ModelProto { IrVersion = IrVersion, ProducerName = "Earshot", Graph = graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Version = OperatorSet });
        if (kept.Any(node => node.Domain == RuntimeDomain))
        {
            model.OpsetImport.Add(new OperatorSetIdProto { Domain = RuntimeDomain, Version = RuntimeDomainVersion });
        }

        return model;
    }

    private Tensor[] Add(
        string domain,
        string operation,
        IReadOnlyList<(ElementType ElementType, IReadOnlyList<int> Shape)> outputs,
        IReadOnlyList<Tensor> inputs,
        IReadOnlyList<AttributeProto> attributes)
    {
        Tensor[] tensors =
            [.. outputs.Select(output => new Tensor(this, $"t{_nextName++}", output.ElementType, output.Shape))];
        var node = new NodeProto { Domain = domain, OpType = operation, Name = $"{operation}_{tensors[0].Name}" };
        node.Input.AddRange(inputs.Select(input => input.Name));
        node.Output.AddRange(tensors.Select(tensor => tensor.Name));
        node.Attribute.AddRange(attributes);
        _nodes.Add(node);
        return tensors;
    }

    private static ValueInfoProto Describe(string name, Tensor tensor)
    {
        var shape = new TensorShapeProto();
        shape.Dim.AddRange(tensor.Shape.Select(size => new TensorShapeProto.Types.Dimension { DimValue = size }));
        var type = new TypeProto.Types.Tensor { ElemType = (int)tensor.ElementType, Shape = shape };
        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = type } };
    }

    private void NameOutputs(GraphProto graph)
    {
        var producers = graph.Node.SelectMany(node => node.Output).ToHashSet();
        var renamed = new Dictionary<string, string>();
        foreach (var (name, tensor) in _outputs)
        {
            graph.Output.Add(Describe(name, tensor));
            if (!producers.Contains(tensor.Name) || !renamed.TryAdd(tensor.Name, name))
            {
                var source = renamed.GetValueOrDefault(tensor.Name, tensor.Name);
                graph.Node.Add(
                    new NodeProto { OpType = "Identity", Name = $"Identity_{name}", Input = { source }, Output = { name } });
            }
        }

        foreach (var node in graph.Node)
        {
            for (var i = 0; i < node.Input.Count; i++)
            {
                node.Input[i] = renamed.GetValueOrDefault(node.Input[i], node.Input[i]);
            }

            for (var i = 0; i < node.Output.Count; i++)
            {
                node.Output[i] = renamed.GetValueOrDefault(node.Output[i], node.Output[i]);
            }
        }
    }

    private Tensor Constant(ElementType elementType, ReadOnlySpan<byte> bytes, int count, IReadOnlyList<int> shape)
    {
        var tensor = new Tensor(this, $"c{_nextName++}", elementType, shape);
        if (tensor.Size != count)
        {
            throw new ArgumentException($"{count} values do not fill the shape [{string.Join(", ", shape)}].", nameof(shape));
        }

        var initializer = new TensorProto
        {
            Name = tensor.Name,
            DataType = (int)elementType,
            RawData = ByteString.CopyFrom(bytes),
        };
        initializer.Dims.AddRange(shape.Select(size => (long)size));
        _initializers.Add(initializer);
        return tensor;
    }
}
