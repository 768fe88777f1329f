using Earshot.Onnx.Proto;
using Google.Protobuf;
using AttributeType = Earshot.Onnx.Proto.AttributeProto.Types.AttributeType;

namespace Earshot.Onnx;

/// <summary>Reads and sets the attributes of a node.</summary>
public static class NodeAttributes
{
    /// <summary>The attribute of that name, or null.</summary>
    public static AttributeProto? FindAttribute(this NodeProto node, string name) =>
        node.Attribute.FirstOrDefault(attribute => attribute.Name == name);

    /// <summary>An integer attribute, or <paramref name="fallback"/> where it is absent.</summary>
    public static long IntegerAttribute(this NodeProto node, string name, long fallback) =>
        node.FindAttribute(name)?.I ?? fallback;

    /// <summary>A floating-point attribute, or <paramref name="fallback"/> where it is absent.</summary>
    public static float FloatAttribute(this NodeProto node, string name, float fallback) =>
        node.FindAttribute(name)?.F ?? fallback;

    /// <summary>A text attribute, or <paramref name="fallback"/> where it is absent.</summary>
    public static string TextAttribute(this NodeProto node, string name, string fallback) =>
        node.FindAttribute(name)?.S.ToStringUtf8() ?? fallback;

    /// <summary>A list of integers, or null where it is absent.</summary>
    public static int[]? IntegersAttribute(this NodeProto node, string name) =>
        node.FindAttribute(name) is { } attribute ? [.. attribute.Ints.Select(value => checked((int)value))] : null;

    /// <summary>Sets an integer attribute.</summary>
    public static NodeProto With(this NodeProto node, string name, long value) =>
        Set(node, new AttributeProto { Name = name, Type = AttributeType.Int, I = value });

    /// <summary>Sets a floating-point attribute.</summary>
    public static NodeProto With(this NodeProto node, string name, float value) =>
        Set(node, new AttributeProto { Name = name, Type = AttributeType.Float, F = value });

    /// <summary>Sets a text attribute.</summary>
    public static NodeProto With(this NodeProto node, string name, string value) =>
        Set(node, new AttributeProto { Name = name, Type = AttributeType.String, S = ByteString.CopyFromUtf8(value) });

    /// <summary>Sets a list of integers.</summary>
    public static NodeProto With(this NodeProto node, string name, ReadOnlySpan<int> values)
    {
        var attribute = new AttributeProto { Name = name, Type = AttributeType.Ints };
        foreach (var value in values)
        {
            attribute.Ints.Add(value);
        }

        return Set(node, attribute);
    }

    private static NodeProto Set(NodeProto node, AttributeProto attribute)
    {
        if (node.FindAttribute(attribute.Name) is { } existing)
        {
            node.Attribute.Remove(existing);
        }

        node.Attribute.Add(attribute);
        return node;
    }
}
