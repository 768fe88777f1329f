namespace Earshot.Training.Graphs;

/// <summary>
/// Depthwise convolution of small images as one matrix product a channel, from all elements of an image to all elements of its output. Most
/// of the matrix is zeros, but nothing has to be copied together first.
/// </summary>
internal static class DepthwiseWholeImages
{
    // Found by measuring the networks of the zoo: above this, groups of rows are faster.
    private const int ProductsPerKernelRow = 250;

    /// <summary>Whether the products with zeros, for each output row, take less time than to copy what groups of output rows see.</summary>
    internal static bool Suits(DepthwiseSizes sizes) =>
        (long)sizes.Height * sizes.Width * sizes.OutputWidth <= ProductsPerKernelRow * sizes.KernelHeight;

    /// <summary>Convolves without recording, and says how to go backward.</summary>
    /// <param name="input">[channels, batch, height, width].</param>
    /// <param name="weights">[channels, 1, kernel height, kernel width].</param>
    /// <param name="sizes">Of both, with stride, padding and dilation.</param>
    /// <returns>[channels, batch, output height, output width], and from its gradient to those of the input and of the weights.</returns>
    internal static (Tensor Output, Func<Tensor, IReadOnlyList<Tensor?>> Gradient) Of(Tensor input, Tensor weights, DepthwiseSizes sizes)
    {
        int channels = sizes.Channels, batch = sizes.Batch, elements = sizes.Height * sizes.Width;
        int outputs = sizes.OutputHeight * sizes.OutputWidth, kernel = sizes.KernelHeight * sizes.KernelWidth;
        var images = input.Reshape(channels, batch, elements);
        var places = KernelPlaces.OfImages(
            KernelPlaces.OfRows(input.Graph, sizes.Height, sizes.OutputHeight, sizes.KernelHeight, sizes.Of),
            KernelPlaces.OfColumns(input.Graph, sizes.Width, sizes.OutputWidth, sizes.KernelWidth, sizes.Of));
        var matrices = LinearAlgebra.Gemm(weights.Reshape(channels, kernel), places).Reshape(channels, elements, outputs);
        var output = LinearAlgebra.MatMul(images, matrices).Reshape(channels, batch, sizes.OutputHeight, sizes.OutputWidth);
        return (output, Gradients);

        IReadOnlyList<Tensor?> Gradients(Tensor gradient)
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
        }
    }
}
