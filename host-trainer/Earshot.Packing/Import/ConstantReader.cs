using Earshot.Onnx;
using Earshot.Onnx.Proto;
using Earshot.Onnx.Shapes;
using Earshot.Onnx.Tensors;
using DataType = Earshot.Onnx.Proto.TensorProto.Types.DataType;

namespace Earshot.Packing.Import;

/// <summary>
/// Reads weights and biases, which a QDQ model keeps as integers behind a DequantizeLinear, as floats behind a
/// QuantizeLinear and a DequantizeLinear, or (biases) as plain floats; and the scales of activations.
/// </summary>
internal sealed class ConstantReader
{
    private readonly ImportContext _context;

    public ConstantReader(ImportContext context)
    {
        _context = context;
    }

    /// <summary>Whether a tensor depends on constants only.</summary>
    public bool IsConstant(string name) => _context.Index.Initializer(name) is not null
        || _context.Index.Producer(name) is { OpType: "QuantizeLinear" or "DequantizeLinear" } node && IsConstant(node.Input[0]);

    /// <summary>The scale and zero point of a QuantizeLinear or DequantizeLinear on an activation.</summary>
    public QuantizationParameters Parameters(NodeProto node)
    {
        var scales = Floats(node, 1);
        var (zeroPoints, type) = ZeroPoints(node);
        if (scales is not [var scale] || zeroPoints is not [var zeroPoint])
        {
            throw _context.Fail(node, "has more than one scale on an activation", "Quantise activations per tensor; only weights per channel.");
        }

        if (!float.IsFinite(scale) || scale <= 0)
        {
            throw _context.Fail(node, $"has the scale {scale}", "Scales must be positive; calibrate the model again.");
        }

        return type switch
        {
            DataType.Int8 => new QuantizationParameters(scale, (sbyte)zeroPoint),
            DataType.Uint8 => new QuantizationParameters(scale, (sbyte)(zeroPoint - 128)),
            _ => throw _context.Fail(node, $"quantises to {type}", "Quantise activations to int8 or uint8."),
        };
    }

    /// <summary>A weight or bias in integer steps, or null where it is a plain float constant.</summary>
    public QuantizedConstant? Read(NodeProto consumer, string name)
    {
        if (_context.Index.Producer(name) is not { OpType: "DequantizeLinear" } node || !IsConstant(name))
        {
            return null;
        }

        var source = node.Input[0];
        var quantizer = _context.Index.Producer(source);
        var tensor = _context.Index.Initializer(quantizer is null ? source : quantizer.Input[0])
            ?? throw _context.Fail(consumer, $"has weights '{name}' that cannot be traced to a constant", "Export the model again.");
        var (zeroPoints, type) = ZeroPoints(node);
        var scales = Floats(node, 1);
        var dimensions = tensor.Dimensions();
        var axis = scales.Length > 1 ? LayoutShapes.Axis(node.IntegerAttribute("axis", 1), dimensions.Length) : 0;
        if (scales.Length > 1 && (scales.Length != dimensions[axis] || zeroPoints.Length != scales.Length))
        {
            throw _context.Fail(node, $"has {scales.Length} scales for an axis of {dimensions[axis]}", "Export the model again.");
        }

        var values = quantizer is null
            ? tensor.Integers()
            : Quantized(tensor.Floats(), scales, zeroPoints, type, dimensions, axis);
        var inner = dimensions.Skip(axis + 1).Aggregate(1, (product, size) => product * size);
        for (var index = 0; index < values.Length; index++)
        {
            values[index] -= zeroPoints[zeroPoints.Length == 1 ? 0 : index / inner % scales.Length];
        }

        return new QuantizedConstant(source, dimensions, values, scales) { Axis = axis };
    }

    /// <summary>A plain float constant.</summary>
    public float[] Floats(NodeProto node, int input)
    {
        var tensor = node.Input.Count > input ? _context.Index.Initializer(node.Input[input]) : null;
        return tensor?.Floats() ?? throw _context.Fail(node, $"needs a constant as input {input}", "Export the model with constant scales and weights.");
    }

    private (long[] Values, DataType Type) ZeroPoints(NodeProto node)
    {
        if (node.Input.Count < 3 || node.Input[2].Length == 0)
        {
            var integers = _context.Index.Initializer(node.Input[0])?.ElementType() ?? DataType.Uint8;
            return ([0], integers == DataType.Float ? DataType.Uint8 : integers);
        }

        var tensor = _context.Index.Initializer(node.Input[2])
            ?? throw _context.Fail(node, "has a zero point that is not a constant", "Export the model with constant zero points.");
        return (tensor.Integers(), tensor.ElementType());
    }

    private static long[] Quantized(float[] values, float[] scales, long[] zeroPoints, DataType type, int[] dimensions, int axis)
    {
        var (lowest, highest) = type == DataType.Int8 ? (-128, 127) : type == DataType.Uint8 ? (0, 255) : (int.MinValue, int.MaxValue);
        var inner = dimensions.Skip(axis + 1).Aggregate(1, (product, size) => product * size);
        return [.. values.Select((value, index) =>
        {
            var channel = scales.Length == 1 ? 0 : index / inner % scales.Length;
            return Math.Clamp((long)MathF.Round(value / scales[channel]) + zeroPoints[zeroPoints.Length == 1 ? 0 : channel], lowest, highest);
        })];
    }
}
