namespace Earshot.Training.Graphs;

/// <summary>The gradient of a convolution with respect to its input.</summary>
internal static class ConvolutionInputGradient
{
    internal static Tensor Of(Tensor input, Tensor weights, Tensor gradient, ConvolutionGeometry geometry) =>
        geometry.Groups == 1 && input.Shape[1] > 1 && weights.Shape[3] > 1
            ? ConvolutionInputProducts.Of(input.Shape, weights, gradient, geometry)
        : geometry is not { StrideHeight: 1, StrideWidth: 1 } ? ByTransposedConvolution(input, weights, gradient, geometry)
        : input.Shape[1] == 1 ? ToOneChannel(input, weights, gradient, geometry)
        : ByConvolution(weights, gradient, geometry);

    /// <summary>
    /// A convolution to one channel would be a matrix product of a single row with all that its kernel sees of every channel. Instead the
    /// output channels are summed first, for every kernel element; a product with a constant 0/1 matrix then puts the kernel
    /// columns where they belong, and the kernel rows are added up.
    /// </summary>
    private static Tensor ToOneChannel(Tensor input, Tensor weights, Tensor gradient, ConvolutionGeometry geometry)
    {
        int batch = input.Shape[0], height = input.Shape[2], width = input.Shape[3];
        int outputs = weights.Shape[0], kernelHeight = weights.Shape[2], kernelWidth = weights.Shape[3];
        int outputHeight = gradient.Shape[2], outputWidth = gradient.Shape[3];
        var kernels = weights.Reshape(1, outputs, kernelHeight * kernelWidth).Transpose(0, 2, 1).Expand([batch, kernelHeight * kernelWidth, outputs]);
        var parts = LinearAlgebra.MatMul(kernels, gradient.Reshape(batch, outputs, outputHeight * outputWidth))
            .Reshape(batch, kernelHeight, kernelWidth, outputHeight, outputWidth)
            .Transpose(0, 1, 3, 2, 4)
            .Reshape(batch * kernelHeight * outputHeight, kernelWidth * outputWidth);
        var columns = KernelPlaces.OfColumns(input.Graph, width, outputWidth, kernelWidth, geometry)
            .Transpose(0, 2, 1)
            .Reshape(kernelWidth * outputWidth, width);
        var rows = LinearAlgebra.Gemm(parts, columns).Reshape(batch, kernelHeight, outputHeight, width);
        // Kernel row r takes padded input row o + r · dilation to output row o.
        return Enumerable.Range(0, kernelHeight)
            .Select(row => rows.Slice(1, row, row + 1)
                .Pad(2, row * geometry.DilationHeight, (kernelHeight - 1 - row) * geometry.DilationHeight))
            .Aggregate(Elementwise.Add)
            .Slice(2, geometry.PadTop, geometry.PadTop + height);
    }

    /// <summary>
    /// With stride 1 the gradient is a convolution with the kernels turned around. ONNX Runtime runs Conv about twice as
    /// fast as the ConvTranspose that would do the same.
    /// </summary>
    private static Tensor ByConvolution(Tensor weights, Tensor gradient, ConvolutionGeometry geometry)
    {
        var groups = geometry.Groups;
        int outputs = weights.Shape[0] / groups, inputs = weights.Shape[1], height = weights.Shape[2], width = weights.Shape[3];
        var turned = Reverse(weights)
            .Reshape(groups, outputs, inputs, height, width)
            .Transpose(0, 2, 1, 3, 4)
            .Reshape(groups * inputs, outputs, height, width);
        var reachHeight = geometry.DilationHeight * (height - 1);
        var reachWidth = geometry.DilationWidth * (width - 1);
        var full = geometry with
        {
            PadTop = reachHeight - geometry.PadTop,
            PadBottom = reachHeight - geometry.PadBottom,
            PadLeft = reachWidth - geometry.PadLeft,
            PadRight = reachWidth - geometry.PadRight,
        };
        return Convolution.Emit(gradient, turned, full);
    }

    private static Tensor ByTransposedConvolution(
        Tensor input, Tensor weights, Tensor gradient, ConvolutionGeometry geometry)
    {
        // The rows and columns that the last window did not reach.
        var restHeight = (input.Shape[2] + geometry.PadTop + geometry.PadBottom
            - (geometry.DilationHeight * (weights.Shape[2] - 1)) - 1) % geometry.StrideHeight;
        var restWidth = (input.Shape[3] + geometry.PadLeft + geometry.PadRight
            - (geometry.DilationWidth * (weights.Shape[3] - 1)) - 1) % geometry.StrideWidth;
        return input.Graph.Emit(
            "ConvTranspose",
            input.Shape,
            [gradient, weights],
            [.. Convolution.Attributes(weights, geometry), OnnxAttribute.Of("output_padding", [restHeight, restWidth])]);
    }

    /// <summary>Turns kernels by 180 degrees.</summary>
    private static Tensor Reverse(Tensor weights)
    {
        if (weights.Shape[2] == 1 && weights.Shape[3] == 1)
        {
            return weights;
        }

        var graph = weights.Graph;
        return graph.Emit(
            "Slice",
            weights.Shape,
            [
                weights,
                graph.Constant([-1L, -1L]),
                graph.Constant([long.MinValue, long.MinValue]),
                graph.Constant([2L, 3L]),
                graph.Constant([-1L, -1L]),
            ]);
    }
}
