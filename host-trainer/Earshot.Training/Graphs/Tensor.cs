namespace Earshot.Training.Graphs;

/// <summary>
/// A value in a graph under construction: a name, an element type and a fixed shape. It holds no numbers; ONNX Runtime
/// computes them when the finished graph runs. Every operation on tensors is differentiable.
/// </summary>
public sealed class Tensor
{
    internal Tensor(GraphBuilder graph, string name, ElementType elementType, IReadOnlyList<int> shape)
    {
        Graph = graph;
        Name = name;
        ElementType = elementType;
        Shape = shape;
    }

    /// <summary>The graph that the tensor belongs to.</summary>
    public GraphBuilder Graph { get; }

    /// <summary>The tensor's name, unique within its graph.</summary>
    public string Name { get; }

    /// <summary>The type of the elements.</summary>
    public ElementType ElementType { get; }

    /// <summary>The size of each dimension; empty for a scalar.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>The number of dimensions.</summary>
    public int Rank => Shape.Count;

    /// <summary>The number of elements.</summary>
    public int Size => Shape.Aggregate(1, (product, dimension) => product * dimension);

    /// <summary>Whether a gradient can flow back through the tensor to a parameter.</summary>
    internal bool RequiresGradient { get; set; }

    /// <summary>Elementwise sum, with broadcasting.</summary>
    public static Tensor operator +(Tensor left, Tensor right) => Elementwise.Add(left, right);

    /// <summary>Sum with a constant.</summary>
    public static Tensor operator +(Tensor left, float right) => Elementwise.Add(left, left.Graph.Scalar(right));

    /// <summary>Elementwise difference, with broadcasting.</summary>
    public static Tensor operator -(Tensor left, Tensor right) => Elementwise.Subtract(left, right);

    /// <summary>Difference from a constant.</summary>
    public static Tensor operator -(float left, Tensor right) => Elementwise.Subtract(right.Graph.Scalar(left), right);

    /// <summary>Elementwise negation.</summary>
    public static Tensor operator -(Tensor tensor) => Elementwise.Multiply(tensor, tensor.Graph.Scalar(-1));

    /// <summary>Elementwise product, with broadcasting.</summary>
    public static Tensor operator *(Tensor left, Tensor right) => Elementwise.Multiply(left, right);

    /// <summary>Product with a constant.</summary>
    public static Tensor operator *(Tensor left, float right) => Elementwise.Multiply(left, left.Graph.Scalar(right));

    /// <summary>Elementwise quotient, with broadcasting.</summary>
    public static Tensor operator /(Tensor left, Tensor right) => Elementwise.Divide(left, right);

    /// <inheritdoc/>
    public override string ToString() => $"{Name} [{string.Join(", ", Shape)}]";
}
