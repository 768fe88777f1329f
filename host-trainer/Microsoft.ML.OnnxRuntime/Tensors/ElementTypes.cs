using System;

namespace Microsoft.ML.OnnxRuntime.Tensors;

/// <summary>The .NET type of each tensor element type.</summary>
internal static class ElementTypes
{
    internal static Type ToType(TensorElementType type) => type switch
    {
        TensorElementType.Float => typeof(float),
        TensorElementType.UInt8 => typeof(byte),
        TensorElementType.Int8 => typeof(sbyte),
        TensorElementType.UInt16 => typeof(ushort),
        TensorElementType.Int16 => typeof(short),
        TensorElementType.Int32 => typeof(int),
        TensorElementType.Int64 => typeof(long),
        TensorElementType.String => typeof(string),
        TensorElementType.Bool => typeof(bool),
        TensorElementType.Double => typeof(double),
        TensorElementType.UInt32 => typeof(uint),
        TensorElementType.UInt64 => typeof(ulong),
        _ => throw new OnnxRuntimeException(ErrorCode.NotImplemented, $"Element type {type} is not supported."),
    };

    internal static TensorElementType FromType(Type type)
    {
        foreach (var candidate in Enum.GetValues<TensorElementType>())
        {
            if (candidate is not (TensorElementType.Float16 or TensorElementType.Complex64 or TensorElementType.Complex128
                    or TensorElementType.BFloat16)
                && ToType(candidate) == type)
            {
                return candidate;
            }
        }

        throw new OnnxRuntimeException(ErrorCode.InvalidArgument, $"Tensor of type: {type} is not supported");
    }
}
