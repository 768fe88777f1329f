using Earshot.Onnx;
using Earshot.Onnx.Proto;
using Earshot.Onnx.Tensors;
using Earshot.Quantization.References;
using DataType = Earshot.Onnx.Proto.TensorProto.Types.DataType;

namespace Earshot.Packing.Tests.Support;

/// <summary>Writes int8 or uint8 QDQ models in the ways that other tools write them.</summary>
internal sealed class ForeignModel
{
    private readonly OnnxGraphBuilder _graph = new("foreign");
    private readonly RandomWeights _random = new(21);
    private readonly bool _unsigned;
    private int _count;

    public ForeignModel(bool unsigned, params int[] inputShape)
    {
        _unsigned = unsigned;
        Input = _graph.Input("input", DataType.Float, inputShape);
    }

    public string Input { get; }

    /// <summary>QuantizeLinear and DequantizeLinear; <paramref name="zeroPoint"/> is that of int8.</summary>
    public string Pair(string tensor, float scale, int zeroPoint = 0)
    {
        var name = $"pair{++_count}";
        var (scaleName, zeroName) = (Scale(name, scale), ZeroPoint(name, zeroPoint));
        var quantized = _graph.Node("QuantizeLinear", $"{name}_q", tensor, scaleName, zeroName);
        return _graph.Node("DequantizeLinear", name, quantized, scaleName, zeroName);
    }

    /// <summary>Weights as one integer constant with one scale.</summary>
    public string PlainWeights(float scale, params int[] dimensions)
    {
        var name = $"weights{++_count}";
        var values = Values(dimensions);
        _graph.Constant(_unsigned
            ? TensorFactory.UInt8($"{name}_q", dimensions, [.. values.Select(value => (byte)(value + 128))])
            : TensorFactory.Int8($"{name}_q", dimensions, values));
        return _graph.Node("DequantizeLinear", name, $"{name}_q", Scale(name, scale), ZeroPoint(name, 0));
    }

    /// <summary>Weights as floats behind a QuantizeLinear per channel, as after quantisation-aware training.</summary>
    public string FakeQuantizedWeights(float scale, int axis, params int[] dimensions)
    {
        var name = $"weights{++_count}";
        var channels = dimensions[axis];
        _graph.Constant($"{name}_float", dimensions, [.. Values(dimensions).Select(value => value * scale * 0.9371f)]);
        _graph.Constant($"{name}_scale", [channels], [.. Enumerable.Range(0, channels).Select(channel => scale * (1 + 0.03f * channel))]);
        _graph.Constant(TensorFactory.Int8($"{name}_zero", [channels], new sbyte[channels]));
        _graph.Node(node => node.With("axis", axis), "QuantizeLinear", $"{name}_q", $"{name}_float", $"{name}_scale", $"{name}_zero");
        return _graph.Node(node => node.With("axis", axis), "DequantizeLinear", name, $"{name}_q", $"{name}_scale", $"{name}_zero");
    }

    /// <summary>A bias of plain floats.</summary>
    public string FloatBias(int count, float deviation) => _graph.Constant($"bias{++_count}", [count], _random.Normals(count, deviation));

    /// <summary>An INT64 constant.</summary>
    public string Integers(params long[] values) => _graph.Constant(TensorFactory.Int64($"integers{++_count}", [values.Length], values));

    public string Node(string operation, params string[] inputs) => _graph.Node(operation, $"{operation.ToLowerInvariant()}{++_count}", inputs);

    public string Node(Action<NodeProto> configure, string operation, params string[] inputs) =>
        _graph.Node(configure, operation, $"{operation.ToLowerInvariant()}{++_count}", inputs);

    public ModelProto Finish(string output, params int[] shape)
    {
        _graph.Output(output, shape);
        return _graph.Build();
    }

    private string Scale(string name, float scale) => _graph.Constant($"{name}_scale", [], [scale]);

    private string ZeroPoint(string name, int zeroPoint) => _graph.Constant(_unsigned
        ? TensorFactory.UInt8($"{name}_zero", [], [(byte)(zeroPoint + 128)])
        : TensorFactory.Int8($"{name}_zero", [], [(sbyte)zeroPoint]));

    private sbyte[] Values(int[] dimensions) =>
        [.. Enumerable.Range(0, dimensions.Aggregate((left, right) => left * right)).Select(_ => (sbyte)(_random.Below(255) - 127))];
}
