using Earshot.Onnx.Proto;
using Earshot.Onnx.Tensors;

namespace Earshot.Onnx.Shapes;

/// <summary>
/// The shape of every tensor of a feed-forward audio network, for a batch of one. Integer tensors that are known before
/// the network runs, such as the target of a Reshape computed from a Shape, are evaluated on the way.
/// </summary>
public sealed class ShapeInference
{
    private readonly string _origin;
    private readonly Dictionary<string, int[]> _shapes = [];
    private readonly Dictionary<string, long[]> _constants = [];

    private ShapeInference(string origin)
    {
        _origin = origin;
    }

    /// <summary>The dimensions of each tensor; a scalar has none.</summary>
    public IReadOnlyDictionary<string, int[]> Shapes => _shapes;

    /// <summary>The values of the integer tensors that do not depend on the input.</summary>
    public IReadOnlyDictionary<string, long[]> Constants => _constants;

    /// <summary>Infers the shapes of a model whose nodes are in topological order.</summary>
    /// <param name="model">The model.</param>
    /// <param name="origin">The file, for errors.</param>
    /// <exception cref="InputException">A dimension is not fixed, an operator is unknown, or shapes disagree.</exception>
    public static ShapeInference Run(ModelProto model, string origin)
    {
        var inference = new ShapeInference(origin);
        foreach (var tensor in model.Graph.Initializer)
        {
            inference._shapes[tensor.Name] = tensor.Dimensions();
            if (tensor.ElementType() is TensorProto.Types.DataType.Int64)
            {
                inference._constants[tensor.Name] = tensor.Integers();
            }
        }

        foreach (var input in model.Graph.Input.Where(input => !inference._shapes.ContainsKey(input.Name)))
        {
            inference._shapes[input.Name] = inference.Declared(input);
        }

        foreach (var node in model.Graph.Node)
        {
            inference.Visit(node);
        }

        return inference;
    }

    private int[] Declared(ValueInfoProto input)
    {
        var dimensions = input.Type?.TensorType?.Shape?.Dim;
        if (dimensions is null || dimensions.Count < 2)
        {
            throw new InputException(
                _origin,
                $"input '{input.Name}' has no declared shape.",
                "Export the model with an input of shape [N, 1, frames, bands].");
        }

        var shape = new int[dimensions.Count];
        for (var axis = 0; axis < shape.Length; axis++)
        {
            var value = dimensions[axis].DimValue;
            shape[axis] = axis == 0 ? 1 : value is > 0 and <= int.MaxValue ? (int)value : throw new InputException(
                _origin,
                $"dimension {axis} of input '{input.Name}' is not a fixed number.",
                "Export the model with fixed sizes; only the batch may be dynamic.");
        }

        return shape;
    }

    private void Visit(NodeProto node)
    {
        try
        {
            if (IntegerEvaluator.Evaluate(node, this) is { } constant)
            {
                _constants[node.Output[0]] = constant.Values;
                _shapes[node.Output[0]] = constant.Dimensions;
                return;
            }

            var shape = OperatorShapes.Infer(node, this);
            foreach (var output in node.Output.Where(name => name.Length > 0))
            {
                _shapes[output] = shape;
            }
        }
        catch (NotSupportedException exception)
        {
            throw new InputException(
                _origin,
                $"node '{node.DisplayName()}' uses operator {node.OpType}, which is not supported.",
                $"Rebuild the network from these operators: {string.Join(", ", OperatorShapes.Known)}.",
                exception);
        }
        catch (Exception exception) when (exception is InvalidDataException or OverflowException or KeyNotFoundException
            or ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            throw new InputException(
                _origin,
                $"node '{node.DisplayName()}' ({node.OpType}) does not fit its inputs: {exception.Message}",
                "Check the model with the ONNX checker of the tool that exported it.",
                exception);
        }
    }

    internal int[] ShapeOf(NodeProto node, int input)
    {
        var name = node.Input.Count > input ? node.Input[input] : "";
        return _shapes.TryGetValue(name, out var shape)
            ? shape
            : throw new InvalidDataException($"input {input} ('{name}') is made by no earlier node.");
    }

    /// <summary>The known integers of a node's input, or null.</summary>
    public long[]? ConstantOf(NodeProto node, int input) =>
        node.Input.Count > input ? _constants.GetValueOrDefault(node.Input[input]) : null;

    internal bool HasConstant(NodeProto node, int input) => ConstantOf(node, input) is not null;
}
