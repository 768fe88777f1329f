using Earshot.Onnx.Proto;

namespace Earshot.Training.Graphs;

/// <summary>Two-dimensional convolution of images [batch, channels, height, width].</summary>
public static class Convolution
{
    /// <summary>Convolves without bias, as ONNX's Conv does.</summary>
    /// <param name="input">[batch, input channels, height, width].</param>
    /// <param name="weights">[output channels, input channels / groups, kernel height, kernel width].</param>
    /// <param name="geometry">Stride, padding, dilation and groups.</param>
    /// <returns>[batch, output channels, output height, output width].</returns>
    public static Tensor Conv2d(this Tensor input, Tensor weights, ConvolutionGeometry geometry)
    {
        var output = Emit(input, weights, geometry);
        return input.Graph.Record(
            output,
            [input, weights],
            gradient =>
            [
                input.RequiresGradient ? ConvolutionInputGradient.Of(input, weights, gradient, geometry) : null,
                weights.RequiresGradient ? ConvolutionWeightGradient.Of(input, weights, gradient, geometry) : null,
            ]);
    }

    /// <summary>Emits a Conv node without recording it.</summary>
    internal static Tensor Emit(Tensor input, Tensor weights, ConvolutionGeometry geometry)
    {
        if (input.Rank != 4 || weights.Rank != 4 || input.Shape[1] != weights.Shape[1] * geometry.Groups
            || weights.Shape[0] % geometry.Groups != 0)
        {
            throw new ArgumentException($"{weights} in {geometry.Groups} groups do not convolve {input}.");
        }

        var height = geometry.OutputHeight(input.Shape[2], weights.Shape[2]);
        var width = geometry.OutputWidth(input.Shape[3], weights.Shape[3]);
        int[] output = [input.Shape[0], weights.Shape[0], height, width];
        if (weights.Shape[2] > 1 && weights.Shape[3] == 1 && geometry is { StrideHeight: 1, StrideWidth: 1, PadLeft: 0, PadRight: 0 })
        {
            return EmitColumn(input, weights, geometry).Reshape(output);
        }

        return input.Graph.Emit("Conv", output, [input, weights], Attributes(weights, geometry));
    }

    /// <summary>The attributes of a Conv or ConvTranspose node.</summary>
    internal static IReadOnlyList<AttributeProto> Attributes(Tensor weights, ConvolutionGeometry geometry) =>
    [
        OnnxAttribute.Of("kernel_shape", [weights.Shape[2], weights.Shape[3]]),
        OnnxAttribute.Of("strides", [geometry.StrideHeight, geometry.StrideWidth]),
        OnnxAttribute.Of("pads", [geometry.PadTop, geometry.PadLeft, geometry.PadBottom, geometry.PadRight]),
        OnnxAttribute.Of("dilations", [geometry.DilationHeight, geometry.DilationWidth]),
        OnnxAttribute.Of("group", geometry.Groups),
    ];

    /// <summary>
    /// Kernels of one column see the same of an image whose rows lie one behind the other, with as many places from one kernel row to the next
    /// as a row is wide. ONNX Runtime then copies one long row for every kernel row instead of many short ones.
    /// </summary>
    private static Tensor EmitColumn(Tensor input, Tensor weights, ConvolutionGeometry geometry)
    {
        int height = input.Shape[2], width = input.Shape[3], kernelHeight = weights.Shape[2];
        var row = new ConvolutionGeometry
        {
            DilationWidth = geometry.DilationHeight * width,
            PadLeft = geometry.PadTop * width,
            PadRight = geometry.PadBottom * width,
            Groups = geometry.Groups,
        };
        var kernels = weights.Reshape(weights.Shape[0], weights.Shape[1], 1, kernelHeight);
        return input.Graph.Emit(
            "Conv",
            [input.Shape[0], weights.Shape[0], 1, geometry.OutputHeight(height, kernelHeight) * width],
            [input.Reshape(input.Shape[0], input.Shape[1], 1, height * width), kernels],
            Attributes(kernels, row));
    }
}
