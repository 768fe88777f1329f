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
        return input.Graph.Emit(
            "Conv", [input.Shape[0], weights.Shape[0], height, width], [input, weights], Attributes(weights, geometry));
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
}
