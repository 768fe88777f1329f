using Earshot.Onnx;
using Earshot.Onnx.Proto;
using Earshot.Onnx.Shapes;
using Earshot.Packing.Network;

namespace Earshot.Packing.Import;

/// <summary>Conv: full, grouped, depthwise or 1×1, along time and frequency or along time alone.</summary>
internal static class ConvolutionImport
{
    public static void Import(ImportContext context, NodeProto node)
    {
        var input = context.PaddedValue(node, 0);
        var axes = SpatialAxes.Find(context, node, input);
        var weights = WeightedLayerImport.Weights(context, node, 0);
        var geometry = ConvolutionGeometry.Read(node, context.Shape(node.Input[0]).AsSpan(2), weights.Dimensions[2..]);
        var groups = (int)node.IntegerAttribute("group", 1);
        var time = PadImport.Added(PoolImport.Span(geometry, axes.Time), input.TimePad);
        var frequency = PadImport.Added(axes.Frequency < 0 ? LayerSpan.One : PoolImport.Span(geometry, axes.Frequency), input.FrequencyPad);
        if (axes.BandsAreChannels)
        {
            if (groups != 1 || frequency is { Kernel: > 1 } or { IsPadded: true })
            {
                throw context.Fail(node, "treats the mel bands as channels in groups", "Use a full convolution as the first 1-D layer.");
            }

            frequency = LayerSpan.Whole(input.Tensor.Frequency);
        }

        var shape = new KernelShape(
            weights.Dimensions[0], input.Tensor.Channels, groups, time.Kernel, frequency.Kernel, axes.Time, axes.Frequency, axes.BandsAreChannels);
        var depthwise = groups > 1 && groups == input.Tensor.Channels;
        if (groups > 1 && !depthwise)
        {
            context.Decisions.Add($"{node.DisplayName()}: {groups} groups run as one full convolution with zeros between the groups.");
        }

        var chain = context.Chain(node);
        var tensor = context.AddTensor(new NetworkTensor(
            chain.Quantizer.Output[0], time.Output(input.Tensor.Columns), frequency.Output(input.Tensor.Frequency), shape.Outputs, chain.Parameters));
        var single = time.Kernel == 1 && frequency.Kernel == 1 && !time.IsPadded && !frequency.IsPadded;
        var packed = shape.Pack(weights, depthwise);
        context.Layers.Add(new NetworkLayer(
            node.DisplayName(),
            depthwise ? LayerOperator.Depthwise : single ? LayerOperator.Pointwise : LayerOperator.Convolution,
            [input.Tensor],
            tensor)
        {
            Time = time,
            Frequency = frequency,
            Weights = packed,
            Bias = WeightedLayerImport.Bias(context, node, input, weights, shape.Sums(weights)),
            Factors = WeightedLayerImport.Factors(context, node, input.Tensor.Parameters.Scale, weights, shape.Outputs, chain.Parameters.Scale),
            ClampMinimum = chain.ClampMinimum,
            ClampMaximum = chain.ClampMaximum,
        });
        context.Publish(chain, new ImportedValue(tensor, axes.OutputLayout(tensor)));
    }
}
