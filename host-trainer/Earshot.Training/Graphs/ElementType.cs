namespace Earshot.Training.Graphs;

/// <summary>The type of a tensor's elements, numbered as in ONNX's TensorProto.</summary>
public enum ElementType
{
    /// <summary>IEEE single precision.</summary>
    Float = 1,

    /// <summary>64-bit signed integer: shapes, indices.</summary>
    Int64 = 7,

    /// <summary>The result of a comparison.</summary>
    Bool = 9,
}
