using Earshot.Onnx;
using Earshot.Onnx.Proto;

namespace Earshot.Quantization.Preparation;

/// <summary>
/// Cross-layer equalisation (Nagel et al., "Data-Free Quantization Through Weight Equalization and Bias Correction",
/// 2019): between two layers with at most a Relu between them, scales each channel so that its weights span the same
/// range on both sides. The function stays the same.
/// </summary>
public static class CrossLayerEqualization
{
    private const int Sweeps = 8;
    private const float Limit = 64;

    /// <summary>An equalised copy of a prepared model, or the model itself where no pair of layers qualifies.</summary>
    public static ModelProto Apply(ModelProto model)
    {
        var copy = model.Clone();
        var graph = copy.Graph;
        var index = new GraphIndex(graph);
        var pairs = graph.Node.Select(node => (First: node, Second: Follower(node, index))).Where(pair => pair.Second is not null).ToArray();
        if (pairs.Length == 0)
        {
            return model;
        }

        var weights = pairs.SelectMany(pair => new[] { pair.First, pair.Second! }).Distinct()
            .ToDictionary(node => node, node => LayerWeights.Read(node, index));
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (var (first, second) in pairs)
            {
                Equalize(weights[first], weights[second!], second!);
            }
        }

        foreach (var (node, values) in weights)
        {
            values.Write(graph, node);
        }

        GraphSimplifier.RemoveUnused(graph);
        return copy;
    }

    private static NodeProto? Follower(NodeProto node, GraphIndex index)
    {
        if (node.OpType is not ("Conv" or "Gemm"))
        {
            return null;
        }

        var next = index.OnlyConsumer(node.Output[0]);
        if (next is { OpType: "Relu" })
        {
            next = index.OnlyConsumer(next.Output[0]);
        }

        // Between a convolution and a flattened dense layer a channel meets many columns; leave that pair alone.
        return next is { OpType: "Conv" or "Gemm" } && next.OpType == node.OpType
            && (next.OpType == "Gemm" || next.IntegerAttribute("group", 1) is 1 || IsDepthwise(next, index)) ? next : null;
    }

    private static bool IsDepthwise(NodeProto node, GraphIndex index) =>
        index.Initializer(node.Input[1]) is { } weights && weights.Dims[1] == 1 && weights.Dims[0] == node.IntegerAttribute("group", 1);

    private static void Equalize(LayerWeights first, LayerWeights second, NodeProto node)
    {
        var depthwise = node.OpType == "Conv" && node.IntegerAttribute("group", 1) > 1;
        for (var channel = 0; channel < first.Dimensions[0]; channel++)
        {
            var (before, after) = (0f, 0f);
            foreach (var weight in first.Channel(channel))
            {
                before = Math.Max(before, Math.Abs(weight));
            }

            foreach (var place in Places(second, channel, depthwise))
            {
                after = Math.Max(after, Math.Abs(second.Values[place]));
            }

            if (before <= 0 || after <= 0)
            {
                continue;
            }

            var factor = Math.Clamp(MathF.Sqrt(before / after), 1 / Limit, Limit);
            first.Scale(channel, 1 / factor);
            first.Bias[channel] /= factor;
            foreach (var place in Places(second, channel, depthwise))
            {
                second.Values[place] *= factor;
            }
        }
    }

    /// <summary>The places of the weights that read an input channel.</summary>
    private static IEnumerable<int> Places(LayerWeights weights, int channel, bool depthwise)
    {
        if (depthwise)
        {
            return Enumerable.Range(channel * weights.ChannelSize, weights.ChannelSize);
        }

        var inputs = weights.Dimensions[1];
        var inner = weights.ChannelSize / inputs;
        return Enumerable.Range(0, weights.Dimensions[0])
            .SelectMany(output => Enumerable.Range((output * inputs + channel) * inner, inner));
    }
}
