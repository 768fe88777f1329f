namespace Earshot.Training.Graphs;

/// <summary>
/// Depthwise convolution of small images as one matrix product a channel, from all elements of an image to all elements of its output. Most
/// of the matrix is zeros, but nothing has to be copied together first.
/// </summary>
internal static class DepthwiseWholeImages
{
    // Copying takes about as long as this many products for each row that it copies; found by measuring.
    private const int ProductsPerCopiedRow = 300;

    /// <summary>Whether the products with zeros take less time than to copy what each output row sees.</summary>
    internal static bool Suits(IReadOnlyList<int> input, IReadOnlyList<int> weights, ConvolutionGeometry geometry) =>
        input[2] * input[3] * geometry.OutputWidth(input[3], weights[3]) <= ProductsPerCopiedRow * weights[2];

    /// <summary>Convolves without recording, and says how to go backward.</summary>
    /// <param name="input">[channels, batch, height, width].</param>
    /// <param name="weights">[channels, 1, kernel height, kernel width].</param>
    /// <param name="geometry">Stride, padding and dilation.</param>
    /// <returns>[channels, batch, output height, output width], and from its gradient to those of the input and of the weights.</returns>
    internal static (Tensor Output, Func<Tensor, IReadOnlyList<Tensor?>> Gradient) Of(
        Tensor input, Tensor weights, ConvolutionGeometry geometry)
    {
        int channels = input.Shape[0], batch = input.Shape[1], elements = input.Shape[2] * input.Shape[3];
        int height = geometry.OutputHeight(input.Shape[2], weights.Shape[2]), width = geometry.OutputWidth(input.Shape[3], weights.Shape[3]);
        int outputs = height * width, kernel = weights.Shape[2] * weights.Shape[3];
        var images = input.Reshape(channels, batch, elements);
        var places = Places(input, weights, geometry).Reshape(kernel, elements * outputs);
        var matrices = LinearAlgebra.Gemm(weights.Reshape(channels, kernel), places).Reshape(channels, elements, outputs);
        var output = LinearAlgebra.MatMul(images, matrices).Reshape(channels, batch, height, width);
        return (output, gradient =>
        {
            var gradients = gradient.Reshape(channels, batch, outputs);
            return
            [
                input.RequiresGradient ? LinearAlgebra.MatMul(gradients, matrices.Transpose(0, 2, 1)).Reshape(input.Shape) : null,
                weights.RequiresGradient
                    ? LinearAlgebra.Gemm(
                        LinearAlgebra.MatMul(images.Transpose(0, 2, 1), gradients).Reshape(channels, elements * outputs),
                        places,
                        transposeRight: true).Reshape(weights.Shape)
                    : null,
            ];
        });
    }

    /// <summary>1 where a kernel element takes an input element to an output element: [kernel elements, input elements, output elements].</summary>
    private static Tensor Places(Tensor input, Tensor weights, ConvolutionGeometry geometry)
    {
        int height = input.Shape[2], width = input.Shape[3], kernelHeight = weights.Shape[2], kernelWidth = weights.Shape[3];
        int outputHeight = geometry.OutputHeight(height, kernelHeight), outputWidth = geometry.OutputWidth(width, kernelWidth);
        var rows = KernelPlaces.OfRows(input.Graph, height, outputHeight, kernelHeight, geometry)
            .Reshape(kernelHeight, 1, height, 1, outputHeight, 1);
        var columns = KernelPlaces.OfColumns(input.Graph, width, outputWidth, kernelWidth, geometry)
            .Reshape(1, kernelWidth, 1, width, 1, outputWidth);
        return rows * columns;
    }
}
