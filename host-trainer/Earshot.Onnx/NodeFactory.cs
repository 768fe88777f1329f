using Earshot.Onnx.Proto;

namespace Earshot.Onnx;

/// <summary>Makes nodes.</summary>
public static class NodeFactory
{
    /// <summary>A node with one output, which also names the node.</summary>
    public static NodeProto Create(string operatorType, string output, params ReadOnlySpan<string> inputs)
    {
        var node = new NodeProto { OpType = operatorType, Name = output, Output = { output } };
        foreach (var input in inputs)
        {
            node.Input.Add(input);
        }

        return node;
    }

    /// <summary>How errors name a node: its own name, or that of its output.</summary>
    public static string DisplayName(this NodeProto node) =>
        node.Name.Length > 0 ? node.Name : node.Output.FirstOrDefault() ?? "(unnamed)";
}
