using Earshot.Onnx.Proto;
using Google.Protobuf;
using AttributeType = Earshot.Onnx.Proto.AttributeProto.Types.AttributeType;

namespace Earshot.Training.Graphs;

/// <summary>Attributes of ONNX nodes.</summary>
internal static class OnnxAttribute
{
    internal static AttributeProto Of(string name, long value) =>
        new() { Name = name, Type = AttributeType.Int, I = value };

    internal static AttributeProto Of(string name, float value) =>
        new() { Name = name, Type = AttributeType.Float, F = value };

    internal static AttributeProto Of(string name, string value) =>
        new() { Name = name, Type = AttributeType.String, S = ByteString.CopyFromUtf8(value) };

    internal static AttributeProto Of(string name, IEnumerable<int> values)
    {
        var attribute = new AttributeProto { Name = name, Type = AttributeType.Ints };
        attribute.Ints.AddRange(values.Select(value => (long)value));
        return attribute;
    }
}
