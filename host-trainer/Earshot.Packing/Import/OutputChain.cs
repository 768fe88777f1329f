using Earshot.Onnx;
using Earshot.Onnx.Proto;

namespace Earshot.Packing.Import;

/// <summary>
/// What follows a layer up to its QuantizeLinear: a fused Relu or Clip and operators that only rename axes.
/// </summary>
internal sealed class OutputChain
{
    private OutputChain(NodeProto quantizer, QuantizationParameters parameters, float minimum, float maximum, IReadOnlyList<NodeProto> layout)
    {
        (Quantizer, Parameters, Minimum, Maximum, Layout) = (quantizer, parameters, minimum, maximum, layout);
    }

    public NodeProto Quantizer { get; }

    public QuantizationParameters Parameters { get; }

    public float Minimum { get; }

    public float Maximum { get; }

    public IReadOnlyList<NodeProto> Layout { get; }

    public int ClampMinimum => Minimum == float.NegativeInfinity ? sbyte.MinValue : Parameters.Quantize(Minimum);

    public int ClampMaximum => Maximum == float.PositiveInfinity ? sbyte.MaxValue : Parameters.Quantize(Maximum);

    /// <summary>Follows the output of a node, or returns null when it ends without a QuantizeLinear.</summary>
    public static OutputChain? Find(ImportContext context, NodeProto node)
    {
        var tensor = node.Output[0];
        var (minimum, maximum) = (float.NegativeInfinity, float.PositiveInfinity);
        List<NodeProto> passed = [];
        List<NodeProto> layout = [];
        while (true)
        {
            var quantizer = context.Index.Consumers(tensor).FirstOrDefault(consumer => consumer.OpType == "QuantizeLinear");
            if (quantizer is not null)
            {
                context.Handled.UnionWith(passed);
                return new OutputChain(quantizer, context.Constants.Parameters(quantizer), minimum, maximum, layout);
            }

            if (context.Index.OnlyConsumer(tensor) is not { } next)
            {
                return null;
            }

            if (next.OpType is "Relu" or "Clip")
            {
                var (low, high) = Limits(context, next);
                (minimum, maximum) = (Math.Clamp(minimum, low, high), Math.Clamp(maximum, low, high));
            }
            else if (LayoutImport.Handles(next.OpType))
            {
                layout.Add(next);
            }
            else
            {
                return null;
            }

            passed.Add(next);
            tensor = next.Output[0];
        }
    }

    /// <summary>The limits of a Relu or Clip.</summary>
    public static (float Minimum, float Maximum) Limits(ImportContext context, NodeProto node)
    {
        if (node.OpType == "Relu")
        {
            return (0, float.PositiveInfinity);
        }

        return (Limit(context, node, 1, "min", float.NegativeInfinity), Limit(context, node, 2, "max", float.PositiveInfinity));
    }

    private static float Limit(ImportContext context, NodeProto node, int input, string attribute, float fallback)
    {
        if (node.Input.Count <= input || node.Input[input].Length == 0)
        {
            return node.FloatAttribute(attribute, fallback);
        }

        var name = node.Input[input];
        var constant = context.Constants.Read(node, name);
        return constant is null ? context.Constants.Floats(node, input)[0] : constant.Values[0] * constant.Scale(0);
    }
}
