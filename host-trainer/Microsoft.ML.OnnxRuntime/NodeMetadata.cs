using System;
using Microsoft.ML.OnnxRuntime.Native;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>The type and shape of a model's input or output. The shape is there only for tensors.</summary>
public class NodeMetadata
{
    private readonly TensorElementType _elementType;
    private readonly int[] _dimensions;
    private readonly string[] _symbolicDimensions;

    internal unsafe NodeMetadata(string name, nint typeInfo)
    {
        Utf8Name = Utf8.ToBytes(name);
        int type;
        NativeStatus.Check(NativeMethods.GetOnnxTypeFromTypeInfo(typeInfo, &type));
        OnnxValueType = (OnnxValueType)type;
        if (!IsTensor)
        {
            return;
        }

        nint tensorInfo;
        NativeStatus.Check(NativeMethods.CastTypeInfoToTensorInfo(typeInfo, &tensorInfo));
        int elementType;
        NativeStatus.Check(NativeMethods.GetTensorElementType(tensorInfo, &elementType));
        _elementType = (TensorElementType)elementType;
        nuint rank;
        NativeStatus.Check(NativeMethods.GetDimensionsCount(tensorInfo, &rank));
        var dimensions = new long[(int)rank];
        var names = stackalloc byte*[(int)rank];
        fixed (long* values = dimensions)
        {
            NativeStatus.Check(NativeMethods.GetDimensions(tensorInfo, values, rank));
        }

        NativeStatus.Check(NativeMethods.GetSymbolicDimensions(tensorInfo, names, rank));
        _dimensions = Array.ConvertAll(dimensions, dimension => (int)dimension);
        _symbolicDimensions = new string[(int)rank];
        for (var i = 0; i < (int)rank; i++)
        {
            _symbolicDimensions[i] = Utf8.ToString(names[i]);
        }
    }

    /// <summary>What the input or output is.</summary>
    public OnnxValueType OnnxValueType { get; }

    /// <summary>The size of each dimension; -1 where it is free.</summary>
    public int[] Dimensions
    {
        get
        {
            CheckTensor();
            return _dimensions;
        }
    }

    /// <summary>The name of each free dimension; empty where it is fixed or has none.</summary>
    public string[] SymbolicDimensions
    {
        get
        {
            CheckTensor();
            return _symbolicDimensions;
        }
    }

    /// <summary>The .NET type of the elements.</summary>
    public Type ElementType => ElementTypes.ToType(ElementDataType);

    /// <summary>The type of the elements.</summary>
    public TensorElementType ElementDataType
    {
        get
        {
            CheckTensor();
            return _elementType;
        }
    }

    /// <summary>Whether the elements are strings.</summary>
    public bool IsString => ElementDataType == TensorElementType.String;

    /// <summary>Whether it is a tensor.</summary>
    public bool IsTensor => OnnxValueType is OnnxValueType.ONNX_TYPE_TENSOR or OnnxValueType.ONNX_TYPE_SPARSETENSOR;

    internal byte[] Utf8Name { get; }

    private void CheckTensor()
    {
        if (!IsTensor)
        {
            throw new OnnxRuntimeException(
                ErrorCode.Fail, "OnnxValueType must either be a tensor or sparse tensor");
        }
    }
}
