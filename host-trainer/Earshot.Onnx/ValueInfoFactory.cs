using Earshot.Onnx.Proto;
using DataType = Earshot.Onnx.Proto.TensorProto.Types.DataType;

namespace Earshot.Onnx;

/// <summary>Makes and reads the declarations of graph inputs and outputs.</summary>
public static class ValueInfoFactory
{
    /// <summary>Declares a tensor whose first dimension is the batch, of any size.</summary>
    public static ValueInfoProto Batched(string name, DataType type, params ReadOnlySpan<int> dimensions)
    {
        var shape = new TensorShapeProto { Dim = { new TensorShapeProto.Types.Dimension { DimParam = "N" } } };
        foreach (var dimension in dimensions)
        {
            shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimValue = dimension });
        }

        return Typed(name, type, shape);
    }

    /// <summary>Declares a tensor of a known shape.</summary>
    public static ValueInfoProto Fixed(string name, DataType type, params ReadOnlySpan<int> dimensions)
    {
        var shape = new TensorShapeProto();
        foreach (var dimension in dimensions)
        {
            shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimValue = dimension });
        }

        return Typed(name, type, shape);
    }

    /// <summary>Declares a tensor by its type only.</summary>
    public static ValueInfoProto Unshaped(string name, DataType type) => new()
    {
        Name = name,
        Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)type } },
    };

    private static ValueInfoProto Typed(string name, DataType type, TensorShapeProto shape) => new()
    {
        Name = name,
        Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)type, Shape = shape } },
    };
}
