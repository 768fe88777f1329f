using Earshot.Onnx;
using Earshot.Onnx.Proto;
using Earshot.Onnx.Shapes;
using Earshot.Quantization.Rewriting;
using DataType = Earshot.Onnx.Proto.TensorProto.Types.DataType;

namespace Earshot.Quantization.References;

/// <summary>
/// Builds float networks with seeded random weights, layer upon layer. Weights are scaled so that every layer's output
/// has about unit variance, so the ranges of all activations are known without running the network.
/// </summary>
public sealed class RandomNetworkBuilder
{
    private const float InputDeviation = 1;
    private readonly OnnxGraphBuilder _graph;
    private readonly RandomWeights _random;
    private readonly Dictionary<string, ActivationRange> _ranges = [];
    private readonly Dictionary<string, (int[] Shape, float Size)> _tensors = [];
    private int _count;

    /// <summary>Starts a network over features [N, 1, frames, bands].</summary>
    public RandomNetworkBuilder(string name, int frames, int bands, int seed)
    {
        (_graph, _random) = (new OnnxGraphBuilder(name), new RandomWeights(seed));
        Current = _graph.Input("features", DataType.Float, 1, frames, bands);
        _tensors[Current] = ([1, frames, bands], InputDeviation);
        _ranges[Current] = default;
    }

    /// <summary>Features whose int8 values have about unit variance when they are uniform.</summary>
    public static QuantizationParameters Features { get; } = new(0.0137f, -3);

    /// <summary>The tensor that the next layer reads.</summary>
    public string Current { get; set; }

    /// <summary>Its shape without the batch.</summary>
    public int[] Shape => _tensors[Current].Shape;

    /// <summary>A convolution; <paramref name="groups"/> = 0 makes it depthwise. Pads are time begin, frequency begin, time end, frequency end.</summary>
    public RandomNetworkBuilder Convolution(
        int outputs, int[] kernel, int[]? strides = null, int[]? pads = null, int groups = 1, int[]? dilations = null, string autoPad = "NOTSET")
    {
        var shape = Shape;
        groups = groups == 0 ? shape[0] : groups;
        int[] dimensions = [outputs, shape[0] / groups, .. kernel];
        var name = Name("conv");
        var fan = dimensions[1] * kernel.Aggregate(1, (product, size) => product * size);
        var size = _tensors[Current].Size;
        var (weight, bias) = Constants(name, dimensions, fan, outputs, size);
        void Configure(NodeProto node)
        {
            node.With("kernel_shape", kernel).With("strides", strides ?? [1, 1]).With("dilations", dilations ?? [1, 1]).With("group", groups);
            if (autoPad == "NOTSET")
            {
                node.With("pads", pads ?? [0, 0, 0, 0]);
            }
            else
            {
                node.With("auto_pad", autoPad);
            }
        }

        var probe = NodeFactory.Create("Conv", name, "x");
        Configure(probe);
        int[] output = [outputs, .. ConvolutionGeometry.Read(probe, shape.AsSpan(1), kernel).Output];
        return Push(_graph.Node(Configure, "Conv", name, Current, weight, bias), output, size, new ActivationRange(-3.7f * size, 4.1f * size));
    }

    /// <summary>A dense layer over a flattened tensor.</summary>
    public RandomNetworkBuilder Dense(int outputs)
    {
        var (name, inputs, size) = (Name("dense"), Shape[0], _tensors[Current].Size);
        var (weight, bias) = Constants(name, [outputs, inputs], inputs, outputs, size);
        return Push(
            _graph.Node(node => node.With("transB", 1), "Gemm", name, Current, weight, bias), [outputs], size,
            new ActivationRange(-3.7f * size, 4.1f * size));
    }

    /// <summary>A Relu.</summary>
    public RandomNetworkBuilder Relu()
    {
        var size = _tensors[Current].Size;
        return Push(_graph.Node("Relu", Name("relu"), Current), Shape, size * 0.70710678f, new ActivationRange(0, 4.1f * size));
    }

    /// <summary>A Clip.</summary>
    public RandomNetworkBuilder Clip(float minimum, float maximum)
    {
        var (name, size) = (Name("clip"), _tensors[Current].Size);
        var low = _graph.Constant($"{name}_min", [], [minimum]);
        var high = _graph.Constant($"{name}_max", [], [maximum]);
        return Push(
            _graph.Node("Clip", name, Current, low, high), Shape, size * 0.70710678f,
            new ActivationRange(Math.Max(minimum, -3.7f * size), Math.Min(maximum, 4.1f * size)));
    }

    /// <summary>Pooling; <paramref name="operation"/> is MaxPool or AveragePool.</summary>
    public RandomNetworkBuilder Pool(string operation, int[] kernel, int[] strides, int[]? pads = null)
    {
        void Configure(NodeProto node) => node.With("kernel_shape", kernel).With("strides", strides).With("pads", pads ?? [0, 0, 0, 0]);
        var probe = NodeFactory.Create(operation, "probe", "x");
        Configure(probe);
        int[] output = [Shape[0], .. ConvolutionGeometry.Read(probe, Shape.AsSpan(1), null).Output];
        var range = operation == "MaxPool" ? Last : Shrunk(Last, 0.8163f);
        // The largest of four rectified normal values has 1.7 times their size, their mean 0.75 times.
        var size = _tensors[Current].Size * (operation == "MaxPool" ? 1.7f : 0.75f);
        return Push(_graph.Node(Configure, operation, Name("pool"), Current), output, size, range);
    }

    /// <summary>Global pooling; <paramref name="operation"/> is GlobalAveragePool or GlobalMaxPool.</summary>
    public RandomNetworkBuilder GlobalPool(string operation)
    {
        var range = Last;
        return Push(
            _graph.Node(operation, Name("global"), Current), [Shape[0], 1, 1], _tensors[Current].Size,
            operation == "GlobalMaxPool" ? range : Shrunk(range, 0.3871f));
    }

    /// <summary>The sum of the current and another tensor.</summary>
    public RandomNetworkBuilder Add(string other)
    {
        var (left, right) = (_ranges[Current], _ranges[other]);
        var size = MathF.Sqrt(_tensors[Current].Size * _tensors[Current].Size + _tensors[other].Size * _tensors[other].Size);
        return Push(
            _graph.Node("Add", Name("add"), Current, other), Shape, size,
            new ActivationRange(0.8f * (left.Minimum + right.Minimum), 0.8f * (left.Maximum + right.Maximum)));
    }

    /// <summary>The current and other tensors side by side along the channels.</summary>
    public RandomNetworkBuilder Concat(params string[] others)
    {
        string[] all = [Current, .. others];
        var range = all.Select(tensor => _ranges[tensor]).Aggregate((left, right) => left.Union(right));
        int[] shape = [all.Sum(tensor => _tensors[tensor].Shape[0]), .. Shape.Skip(1)];
        return Push(_graph.Node(node => node.With("axis", 1), "Concat", Name("concat"), all), shape, all.Max(tensor => _tensors[tensor].Size), range);
    }

    /// <summary>Flattens channels, time and frequency.</summary>
    public RandomNetworkBuilder Flatten() => Push(
        _graph.Node("Flatten", Name("flatten"), Current), [Shape.Aggregate(1, (product, size) => product * size)], _tensors[Current].Size, Last);

    /// <summary>Ends the network: the current tensor is the logits, and a Softmax follows.</summary>
    public RandomNetwork Finish()
    {
        var logits = Current;
        Push(_graph.Node("Softmax", "probabilities", logits), Shape, 1, new ActivationRange(0, 1));
        _graph.Output(logits, _tensors[logits].Shape);
        _graph.Output("probabilities", Shape);
        return new RandomNetwork(_graph.Build(), _ranges);
    }

    private ActivationRange Last => _ranges[Current];

    // Factors without small denominators: a mean of integers then hardly ever lies half-way between two steps, where
    // implementations round differently.
    private static ActivationRange Shrunk(ActivationRange range, float factor) => new(range.Minimum * factor, range.Maximum * factor);

    private string Name(string stem) => $"{stem}{++_count}";

    private (string Weight, string Bias) Constants(string name, int[] dimensions, int fan, int outputs, float size)
    {
        var count = dimensions.Aggregate(1, (product, dimension) => product * dimension);
        var weight = _graph.Constant($"{name}.weight", dimensions, _random.Normals(count, 1 / MathF.Sqrt(fan)));
        return (weight, _graph.Constant($"{name}.bias", [outputs], _random.Normals(outputs, 0.2f * size)));
    }

    private RandomNetworkBuilder Push(string tensor, int[] shape, float size, ActivationRange range)
    {
        _tensors[tensor] = (shape, size);
        _ranges[tensor] = range;
        Current = tensor;
        return this;
    }
}
