using Earshot.Onnx.Proto;

namespace Earshot.Training.Graphs;

/// <summary>Pooling of images [batch, channels, height, width].</summary>
public static class Pooling
{
    /// <summary>The largest element of each window. Padding never wins.</summary>
    public static Tensor MaxPool(this Tensor input, int kernelHeight, int kernelWidth, ConvolutionGeometry geometry)
    {
        if (geometry is { PadTop: 0, PadLeft: 0, PadBottom: 0, PadRight: 0, DilationHeight: 1, DilationWidth: 1 }
            && geometry.StrideHeight == kernelHeight && geometry.StrideWidth == kernelWidth)
        {
            return TileMaximum.Of(input, kernelHeight, kernelWidth);
        }

        var graph = input.Graph;
        var shape = OutputShape(input, kernelHeight, kernelWidth, geometry);
        var outputs = graph.EmitMany(
            "MaxPool",
            [(ElementType.Float, shape), (ElementType.Int64, shape)],
            [input],
            [
                .. Attributes(kernelHeight, kernelWidth, geometry),
                OnnxAttribute.Of("dilations", [geometry.DilationHeight, geometry.DilationWidth]),
            ]);
        return graph.Record(
            outputs[0],
            [input],
            gradient =>
            {
                // The second output holds each maximum's position in the flattened input.
                if (LieApart(shape, kernelHeight, kernelWidth, geometry))
                {
                    var size = graph.Constant([.. input.Shape.Select(length => (long)length)]);
                    return [graph.Emit(
                        "MaxUnpool", input.Shape, [gradient, outputs[1], size], Attributes(kernelHeight, kernelWidth, geometry))];
                }

                // Windows overlap, so add.
                var zeros = graph.Scalar(0).Expand([input.Size]);
                var positions = graph.Emit(
                    "Reshape", ElementType.Int64, [gradient.Size], [outputs[1], graph.Constant([(long)gradient.Size])]);
                var sum = graph.Emit(
                    "ScatterElements",
                    [input.Size],
                    [zeros, positions, gradient.Reshape(gradient.Size)],
                    OnnxAttribute.Of("axis", 0),
                    OnnxAttribute.Of("reduction", "add"));
                return [sum.Reshape(input.Shape)];
            });
    }

    /// <summary>The mean of each window; padding does not count.</summary>
    public static Tensor AveragePool(this Tensor input, int kernelHeight, int kernelWidth, ConvolutionGeometry geometry)
    {
        if (geometry.DilationHeight != 1 || geometry.DilationWidth != 1)
        {
            throw new ArgumentException("Average pooling has no dilation.", nameof(geometry));
        }

        var graph = input.Graph;
        var shape = OutputShape(input, kernelHeight, kernelWidth, geometry);
        var output = graph.Emit("AveragePool", shape, [input], Attributes(kernelHeight, kernelWidth, geometry));
        return graph.Record(
            output,
            [input],
            gradient =>
            {
                var channels = input.Shape[1];
                var ones = graph.Constant(
                    [.. Enumerable.Repeat(1f, channels * kernelHeight * kernelWidth)], channels, 1, kernelHeight, kernelWidth);
                var shares = gradient * Shares(input, shape, kernelHeight, kernelWidth, geometry);
                return [ConvolutionInputGradient.Of(input, ones, shares, geometry with { Groups = channels })];
            });
    }

    /// <summary>The mean of each channel's whole image: [batch, channels, 1, 1].</summary>
    public static Tensor GlobalAveragePool(this Tensor input) => input.ReduceMean(2, 3);

    /// <summary>Whether no element is in two windows, for an output of the given shape.</summary>
    private static bool LieApart(int[] shape, int kernelHeight, int kernelWidth, ConvolutionGeometry geometry)
    {
        static bool AxisLiesApart(int windows, int kernel, int stride, int dilation) => windows == 1 || (kernel <= stride && dilation == 1);
        return AxisLiesApart(shape[2], kernelHeight, geometry.StrideHeight, geometry.DilationHeight)
            && AxisLiesApart(shape[3], kernelWidth, geometry.StrideWidth, geometry.DilationWidth);
    }

    private static int[] OutputShape(Tensor input, int kernelHeight, int kernelWidth, ConvolutionGeometry geometry) =>
    [
        input.Shape[0],
        input.Shape[1],
        geometry.OutputHeight(input.Shape[2], kernelHeight),
        geometry.OutputWidth(input.Shape[3], kernelWidth),
    ];

    private static IReadOnlyList<AttributeProto> Attributes(int kernelHeight, int kernelWidth, ConvolutionGeometry geometry) =>
    [
        OnnxAttribute.Of("kernel_shape", [kernelHeight, kernelWidth]),
        OnnxAttribute.Of("strides", [geometry.StrideHeight, geometry.StrideWidth]),
        OnnxAttribute.Of("pads", [geometry.PadTop, geometry.PadLeft, geometry.PadBottom, geometry.PadRight]),
    ];

    /// <summary>One over the number of elements that each window sees: [1, 1, output height, output width].</summary>
    private static Tensor Shares(
        Tensor input, int[] outputShape, int kernelHeight, int kernelWidth, ConvolutionGeometry geometry)
    {
        static int Seen(int index, int stride, int pad, int kernel, int size)
        {
            var start = (index * stride) - pad;
            return Math.Min(start + kernel, size) - Math.Max(start, 0);
        }

        var shares = new float[outputShape[2] * outputShape[3]];
        for (var row = 0; row < outputShape[2]; row++)
        {
            for (var column = 0; column < outputShape[3]; column++)
            {
                var seen = Seen(row, geometry.StrideHeight, geometry.PadTop, kernelHeight, input.Shape[2])
                    * Seen(column, geometry.StrideWidth, geometry.PadLeft, kernelWidth, input.Shape[3]);
                shares[(row * outputShape[3]) + column] = 1f / seen;
            }
        }

        return input.Graph.Constant(shares, 1, 1, outputShape[2], outputShape[3]);
    }
}
