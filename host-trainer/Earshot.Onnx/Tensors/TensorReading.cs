using System.Buffers.Binary;
using Earshot.Onnx.Proto;
using DataType = Earshot.Onnx.Proto.TensorProto.Types.DataType;

namespace Earshot.Onnx.Tensors;

/// <summary>Typed access to the values of a tensor, wherever in the message they are kept.</summary>
public static class TensorReading
{
    /// <summary>The element type.</summary>
    public static DataType ElementType(this TensorProto tensor) => (DataType)tensor.DataType;

    /// <summary>The dimensions as 32-bit integers; a scalar has none.</summary>
    public static int[] Dimensions(this TensorProto tensor) => [.. tensor.Dims.Select(dimension => checked((int)dimension))];

    /// <summary>The number of elements.</summary>
    public static int ElementCount(this TensorProto tensor) =>
        tensor.Dims.Aggregate(1, (count, dimension) => checked(count * (int)dimension));

    /// <summary>The values of a FLOAT or DOUBLE tensor.</summary>
    /// <exception cref="InvalidDataException">The tensor has another type, or its data and its shape disagree.</exception>
    public static float[] Floats(this TensorProto tensor)
    {
        var count = tensor.ElementCount();
        var raw = tensor.RawData.Span;
        float[] values = tensor.ElementType() switch
        {
            DataType.Float when raw.Length > 0 => Read(raw, count, 4, BinaryPrimitives.ReadSingleLittleEndian, tensor),
            DataType.Float => [.. tensor.FloatData],
            DataType.Double when raw.Length > 0 =>
                Read(raw, count, 8, bytes => (float)BinaryPrimitives.ReadDoubleLittleEndian(bytes), tensor),
            DataType.Double => [.. tensor.DoubleData.Select(value => (float)value)],
            _ => throw WrongType(tensor, "floating-point"),
        };
        return Checked(values, count, tensor);
    }

    /// <summary>The values of an integer tensor of any width.</summary>
    /// <exception cref="InvalidDataException">The tensor has another type, or its data and its shape disagree.</exception>
    public static long[] Integers(this TensorProto tensor)
    {
        var count = tensor.ElementCount();
        var raw = tensor.RawData.Span;
        var type = tensor.ElementType();
        long[] values = type switch
        {
            DataType.Int8 when raw.Length > 0 => Read(raw, count, 1, bytes => (long)(sbyte)bytes[0], tensor),
            DataType.Uint8 or DataType.Bool when raw.Length > 0 => Read(raw, count, 1, bytes => (long)bytes[0], tensor),
            DataType.Int16 when raw.Length > 0 => Read(raw, count, 2, bytes => (long)BinaryPrimitives.ReadInt16LittleEndian(bytes), tensor),
            DataType.Uint16 when raw.Length > 0 => Read(raw, count, 2, bytes => (long)BinaryPrimitives.ReadUInt16LittleEndian(bytes), tensor),
            DataType.Int32 when raw.Length > 0 => Read(raw, count, 4, bytes => (long)BinaryPrimitives.ReadInt32LittleEndian(bytes), tensor),
            DataType.Int64 when raw.Length > 0 => Read(raw, count, 8, BinaryPrimitives.ReadInt64LittleEndian, tensor),
            DataType.Int64 => [.. tensor.Int64Data],
            DataType.Int8 => [.. tensor.Int32Data.Select(value => (long)(sbyte)value)],
            DataType.Uint8 or DataType.Bool => [.. tensor.Int32Data.Select(value => (long)(byte)value)],
            DataType.Int16 or DataType.Uint16 or DataType.Int32 => [.. tensor.Int32Data.Select(value => (long)value)],
            _ => throw WrongType(tensor, "integer"),
        };
        return Checked(values, count, tensor);
    }

    private delegate T ReadValue<T>(ReadOnlySpan<byte> bytes);

    private static T[] Read<T>(ReadOnlySpan<byte> raw, int count, int width, ReadValue<T> read, TensorProto tensor)
    {
        if (raw.Length != (long)count * width)
        {
            throw new InvalidDataException($"tensor '{tensor.Name}' has {raw.Length} bytes where its shape needs {(long)count * width}.");
        }

        var values = new T[count];
        for (var index = 0; index < count; index++)
        {
            values[index] = read(raw.Slice(index * width, width));
        }

        return values;
    }

    private static T[] Checked<T>(T[] values, int count, TensorProto tensor) => values.Length == count
        ? values
        : throw new InvalidDataException($"tensor '{tensor.Name}' has {values.Length} values where its shape needs {count}.");

    private static InvalidDataException WrongType(TensorProto tensor, string wanted) =>
        new($"tensor '{tensor.Name}' holds {tensor.ElementType()} where {wanted} values are needed.");
}
