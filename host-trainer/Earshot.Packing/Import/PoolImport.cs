using Earshot.Onnx;
using Earshot.Onnx.Proto;
using Earshot.Onnx.Shapes;
using Earshot.Packing.Network;

namespace Earshot.Packing.Import;

/// <summary>Pooling under a kernel, over everything, or over one of time and frequency.</summary>
internal static class PoolImport
{
    public static void Import(ImportContext context, NodeProto node)
    {
        var input = context.WholeValue(node, 0);
        var axes = SpatialAxes.Find(context, node, input);
        if (axes.BandsAreChannels)
        {
            throw context.Fail(node, "pools while the mel bands are channels", "Pool behind the first convolution.");
        }

        var geometry = ConvolutionGeometry.Read(node, context.Shape(node.Input[0]).AsSpan(2), null);
        var time = Span(geometry, axes.Time);
        var frequency = axes.Frequency < 0 ? LayerSpan.One : Span(geometry, axes.Frequency);
        var padded = time.IsPadded || frequency.IsPadded;
        if (node.OpType == "AveragePool" && padded && node.IntegerAttribute("count_include_pad", 0) != 0)
        {
            throw context.Fail(node, "counts padding in its mean", "Set count_include_pad to 0.");
        }

        Emit(context, node, input, time, frequency, axes.OutputLayout, node.OpType == "MaxPool");
    }

    public static void ImportGlobal(ImportContext context, NodeProto node)
    {
        var input = context.WholeValue(node, 0);
        var axes = SpatialAxes.Find(context, node, input);
        Emit(
            context, node, input, LayerSpan.Whole(input.Tensor.Columns), LayerSpan.Whole(input.Tensor.Frequency), axes.OutputLayout,
            node.OpType == "GlobalMaxPool");
    }

    public static void ImportReduce(ImportContext context, NodeProto node)
    {
        var input = context.WholeValue(node, 0);
        var layout = input.Layout.Normalized(input.Tensor);
        var reduced = LayoutShapes.Axes(node, context.Inference, layout.Rank) ?? [.. Enumerable.Range(0, layout.Rank)];
        var parts = reduced.SelectMany(axis => layout[axis]).ToHashSet();
        if (parts.Contains(PhysicalAxis.Channel) || reduced.Contains(0))
        {
            throw context.Fail(node, "reduces the channels or the batch", "Reduce over time and frequency only.");
        }

        var keep = node.IntegerAttribute("keepdims", 1) != 0;
        AxisLayout Output(NetworkTensor output) => new(
            [.. Enumerable.Range(0, layout.Rank)
                .Where(axis => keep || !reduced.Contains(axis))
                .Select(axis => reduced.Contains(axis) ? Array.Empty<PhysicalAxis>() : [.. layout[axis]])]);
        Emit(
            context,
            node,
            input,
            parts.Contains(PhysicalAxis.Time) ? LayerSpan.Whole(input.Tensor.Columns) : LayerSpan.One,
            parts.Contains(PhysicalAxis.Frequency) ? LayerSpan.Whole(input.Tensor.Frequency) : LayerSpan.One,
            Output,
            node.OpType == "ReduceMax");
    }

    /// <summary>The span of one spatial axis.</summary>
    public static LayerSpan Span(ConvolutionGeometry geometry, int axis) => new(
        geometry.Kernel[axis], geometry.Strides[axis], geometry.Dilations[axis], geometry.Before[axis], geometry.After[axis]);

    private static void Emit(
        ImportContext context, NodeProto node, ImportedValue input, LayerSpan time, LayerSpan frequency,
        Func<NetworkTensor, AxisLayout> layout, bool largest)
    {
        var columns = time.Output(input.Tensor.Columns);
        var bands = frequency.Output(input.Tensor.Frequency);
        var source = input.Tensor.Parameters;
        var chain = largest ? context.ChainOrNull(node) : context.Chain(node);
        var direct = chain is null || chain.Parameters == source;
        var name = chain?.Quantizer.Output[0] ?? node.Output[0];
        var parameters = largest ? source : chain!.Parameters;
        var tensor = context.AddTensor(new NetworkTensor(direct ? name : $"{name}_pooled", columns, bands, input.Tensor.Channels, parameters));
        context.Layers.Add(new NetworkLayer(node.DisplayName(), largest ? LayerOperator.MaxPool : LayerOperator.AveragePool, [input.Tensor], tensor)
        {
            Time = time,
            Frequency = frequency,
            Factors = largest ? [] : Means(time, frequency, source.Scale / parameters.Scale),
            ClampMinimum = direct || !largest ? chain?.ClampMinimum ?? sbyte.MinValue : sbyte.MinValue,
            ClampMaximum = direct || !largest ? chain?.ClampMaximum ?? sbyte.MaxValue : sbyte.MaxValue,
        });
        var value = new ImportedValue(tensor, layout(tensor));
        if (chain is null)
        {
            context.Values[node.Output[0]] = value;
            return;
        }

        if (largest && !direct)
        {
            value = LookupImport.Requantize(context, node, value, chain);
        }

        context.Publish(chain, value);
    }

    private static double[] Means(LayerSpan time, LayerSpan frequency, double ratio) => time.IsPadded || frequency.IsPadded
        ? [.. Enumerable.Range(1, time.Kernel * frequency.Kernel).Select(count => ratio / count)]
        : [ratio / (time.Kernel * frequency.Kernel)];
}
