using Microsoft.ML.OnnxRuntime.Native;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>The element type and the shape of a tensor.</summary>
public struct OrtTensorTypeAndShapeInfo
{
    internal unsafe OrtTensorTypeAndShapeInfo(nint info)
    {
        int type;
        NativeStatus.Check(NativeMethods.GetTensorElementType(info, &type));
        ElementDataType = (TensorElementType)type;
        nuint count;
        NativeStatus.Check(NativeMethods.GetTensorShapeElementCount(info, &count));
        ElementCount = (long)count;
        nuint rank;
        NativeStatus.Check(NativeMethods.GetDimensionsCount(info, &rank));
        Shape = new long[(int)rank];
        fixed (long* shape = Shape)
        {
            NativeStatus.Check(NativeMethods.GetDimensions(info, shape, rank));
        }
    }

    /// <summary>The type of the elements.</summary>
    public TensorElementType ElementDataType { get; private set; }

    /// <summary>Whether the elements are strings.</summary>
    public bool IsString => ElementDataType == TensorElementType.String;

    /// <summary>The number of elements.</summary>
    public long ElementCount { get; private set; }

    /// <summary>The number of dimensions.</summary>
    public int DimensionsCount => Shape.Length;

    /// <summary>The size of each dimension.</summary>
    public long[] Shape { get; private set; }
}
