using Earshot.Onnx;
using Earshot.Onnx.Proto;
using Earshot.Packing.Network;

namespace Earshot.Packing.Import;

/// <summary>
/// Gemm, or MatMul with a bias added behind it. The weights are permuted from the order in which ONNX flattened the
/// tensor to [time][frequency][channel].
/// </summary>
internal static class DenseImport
{
    public static void Import(ImportContext context, NodeProto node)
    {
        var input = context.WholeValue(node, 0);
        var layout = input.Layout.Normalized(input.Tensor);
        var transposed = node.OpType == "Gemm" && node.IntegerAttribute("transB", 0) != 0;
        if (layout.Rank != 2 || layout[0].Count > 0 || node.IntegerAttribute("transA", 0) != 0
            || node.FloatAttribute("alpha", 1) != 1 || node.FloatAttribute("beta", 1) != 1)
        {
            throw context.Fail(node, "is not a plain dense layer over a flattened tensor", "Flatten the input to [N, features] and leave alpha and beta at 1.");
        }

        var weights = WeightedLayerImport.Weights(context, node, transposed ? 0 : 1);
        var bias = node;
        if (node.OpType == "MatMul" && FollowingBias(context, node) is { } addition)
        {
            bias = addition;
        }

        var (inputs, outputs) = transposed ? (weights.Dimensions[1], weights.Dimensions[0]) : (weights.Dimensions[0], weights.Dimensions[1]);
        var order = Order(input.Tensor, layout[1]);
        var (packed, sums) = (new sbyte[inputs * outputs], new long[outputs]);
        for (var output = 0; output < outputs; output++)
        {
            for (var source = 0; source < inputs; source++)
            {
                var value = weights.Values[transposed ? output * inputs + source : source * outputs + output];
                packed[output * inputs + order[source]] = (sbyte)value;
                sums[output] += value;
            }
        }

        var chain = context.Chain(bias);
        var tensor = context.AddTensor(new NetworkTensor(chain.Quantizer.Output[0], 1, 1, outputs, chain.Parameters));
        context.Layers.Add(new NetworkLayer(node.DisplayName(), LayerOperator.Dense, [input.Tensor], tensor)
        {
            Time = LayerSpan.Whole(input.Tensor.Columns),
            Frequency = LayerSpan.Whole(input.Tensor.Frequency),
            Weights = packed,
            Bias = WeightedLayerImport.Bias(context, bias == node ? node : AsGemm(node, bias), input, weights, sums),
            Factors = WeightedLayerImport.Factors(context, node, input.Tensor.Parameters.Scale, weights, outputs, chain.Parameters.Scale),
            ClampMinimum = chain.ClampMinimum,
            ClampMaximum = chain.ClampMaximum,
        });
        context.Publish(chain, new ImportedValue(tensor, new AxisLayout([], [PhysicalAxis.Channel]).Normalized(tensor)));
    }

    private static NodeProto? FollowingBias(ImportContext context, NodeProto node)
    {
        if (context.Index.OnlyConsumer(node.Output[0]) is not { OpType: "Add" } addition
            || !addition.Input.Any(context.Constants.IsConstant))
        {
            return null;
        }

        context.Handled.Add(addition);
        return addition;
    }

    private static NodeProto AsGemm(NodeProto product, NodeProto addition) => new()
    {
        Name = product.Name,
        OpType = "Gemm",
        Input = { product.Input[0], product.Input[1], addition.Input[addition.Input[0] == product.Output[0] ? 1 : 0] },
        Output = { addition.Output[0] },
    };

    /// <summary>For each place in the flattened ONNX tensor, its place in [time][frequency][channel].</summary>
    private static int[] Order(NetworkTensor tensor, IReadOnlyList<PhysicalAxis> parts)
    {
        var order = new int[tensor.WindowBytes];
        for (var source = 0; source < order.Length; source++)
        {
            var (rest, time, frequency, channel) = (source, 0, 0, 0);
            for (var part = parts.Count - 1; part >= 0; part--)
            {
                var size = AxisLayout.SizeOf(tensor, parts[part]);
                var place = rest % size;
                rest /= size;
                switch (parts[part])
                {
                    case PhysicalAxis.Time:
                        time = place;
                        break;
                    case PhysicalAxis.Frequency:
                        frequency = place;
                        break;
                    default:
                        channel = place;
                        break;
                }
            }

            order[source] = (time * tensor.Frequency + frequency) * tensor.Channels + channel;
        }

        return order;
    }
}
