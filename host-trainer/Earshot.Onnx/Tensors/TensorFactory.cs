using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Earshot.Onnx.Proto;
using Google.Protobuf;
using DataType = Earshot.Onnx.Proto.TensorProto.Types.DataType;

namespace Earshot.Onnx.Tensors;

/// <summary>Makes tensors. Values lie in row-major order and are stored little-endian, as the format asks.</summary>
public static class TensorFactory
{
    /// <summary>A FLOAT tensor.</summary>
    public static TensorProto Float(string name, ReadOnlySpan<int> dimensions, ReadOnlySpan<float> values)
    {
        var bytes = new byte[values.Length * 4];
        for (var index = 0; index < values.Length; index++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(index * 4), values[index]);
        }

        return Create(name, DataType.Float, dimensions, values.Length, bytes);
    }

    /// <summary>An INT8 tensor.</summary>
    public static TensorProto Int8(string name, ReadOnlySpan<int> dimensions, ReadOnlySpan<sbyte> values) =>
        Create(name, DataType.Int8, dimensions, values.Length, MemoryMarshal.AsBytes(values).ToArray());

    /// <summary>A UINT8 tensor.</summary>
    public static TensorProto UInt8(string name, ReadOnlySpan<int> dimensions, ReadOnlySpan<byte> values) =>
        Create(name, DataType.Uint8, dimensions, values.Length, values.ToArray());

    /// <summary>An INT32 tensor.</summary>
    public static TensorProto Int32(string name, ReadOnlySpan<int> dimensions, ReadOnlySpan<int> values)
    {
        var bytes = new byte[values.Length * 4];
        for (var index = 0; index < values.Length; index++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(index * 4), values[index]);
        }

        return Create(name, DataType.Int32, dimensions, values.Length, bytes);
    }

    /// <summary>An INT64 tensor.</summary>
    public static TensorProto Int64(string name, ReadOnlySpan<int> dimensions, ReadOnlySpan<long> values)
    {
        var bytes = new byte[values.Length * 8];
        for (var index = 0; index < values.Length; index++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(index * 8), values[index]);
        }

        return Create(name, DataType.Int64, dimensions, values.Length, bytes);
    }

    private static TensorProto Create(string name, DataType type, ReadOnlySpan<int> dimensions, int count, byte[] bytes)
    {
        var expected = 1;
        var tensor = new TensorProto { Name = name, DataType = (int)type, RawData = UnsafeByteOperations.UnsafeWrap(bytes) };
        foreach (var dimension in dimensions)
        {
            tensor.Dims.Add(dimension);
            expected = checked(expected * dimension);
        }

        return expected == count
            ? tensor
            : throw new ArgumentException($"The shape of '{name}' holds {expected} values, not {count}.", nameof(dimensions));
    }
}
