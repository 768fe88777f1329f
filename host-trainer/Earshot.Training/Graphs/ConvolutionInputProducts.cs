namespace Earshot.Training.Graphs;

/// <summary>
/// The gradient of a convolution with respect to its input as matrix products: with constant 0/1 matrices that put the gradient where each
/// kernel column takes it from, with the kernels, and with a 0/1 matrix that adds up what the kernel rows give to each input row. ONNX
/// Runtime's Conv and ConvTranspose take a third more time for the same, and ConvTranspose gains nothing from a second thread.
/// </summary>
internal static class ConvolutionInputProducts
{
    /// <summary>The gradient: [batch, inputs, height, width].</summary>
    /// <param name="shape">The input's shape.</param>
    /// <param name="weights">[outputs, inputs, kernel height, kernel width].</param>
    /// <param name="gradient">[batch, outputs, output height, output width].</param>
    /// <param name="geometry">Stride, padding and dilation; one group.</param>
    internal static Tensor Of(IReadOnlyList<int> shape, Tensor weights, Tensor gradient, ConvolutionGeometry geometry)
    {
        int batch = shape[0], inputs = shape[1], height = shape[2], width = shape[3], stride = geometry.StrideWidth;
        int kernelHeight = weights.Shape[2], outputHeight = gradient.Shape[2];
        // Rows come before windows, so that all kernel rows of an input row are one axis; a single kernel row has nothing to add up.
        var addsRows = kernelHeight > 1 || height != outputHeight;
        int[] order = addsRows ? [1, 2, 0, 3] : [1, 0, 2, 3];
        var gradients = gradient.Transpose(order);
        var kernels = weights.Transpose(3, 1, 2, 0);
        var sets = new List<Tensor>();
        var spreads = new List<Tensor>();
        for (var set = 0; set < Math.Min(stride, width); set++)
        {
            var places = (width - set + stride - 1) / stride;
            if (SetOfColumns(kernels, gradients, geometry, set, places) is not { } parts)
            {
                continue;
            }

            var sum = addsRows
                ? SumOfRows(parts.Reshape(inputs, kernelHeight * outputHeight, batch * places), height, outputHeight, kernelHeight, geometry)
                : parts;
            sets.Add(sum.Reshape(inputs * height * batch, places));
            spreads.Add(KernelPlaces.Of(gradient.Graph, [set], stride, width, places).Reshape(width, places));
        }

        if (sets.Count == 0)
        {
            return gradient.Graph.Scalar(0).Expand(shape);
        }

        var whole = stride == 1 ? sets[0] : LinearAlgebra.Gemm(Shaping.Concat(sets, 1), Shaping.Concat(spreads, 1), transposeRight: true);
        return whole.Reshape([.. order.Select(axis => shape[axis])]).Transpose(addsRows ? [2, 0, 1, 3] : order);
    }

    /// <summary>
    /// Input columns that lie a stride apart are reached by the same kernel columns. What each kernel row gives to columns
    /// <paramref name="set"/>, set + stride, ..: [inputs · kernel rows, output rows and windows · those columns]; null where no kernel column
    /// reaches them.
    /// </summary>
    private static Tensor? SetOfColumns(Tensor kernels, Tensor gradients, ConvolutionGeometry geometry, int set, int places)
    {
        int outputs = gradients.Shape[0], outputWidth = gradients.Shape[3];
        var offsets = KernelPlaces.Offsets(kernels.Shape[0], geometry.DilationWidth, geometry.PadLeft);
        int[] columns = [.. Enumerable.Range(0, offsets.Length).Where(column => (offsets[column] - set) % geometry.StrideWidth == 0)];
        if (columns.Length == 0)
        {
            return null;
        }

        int[] moves = [.. columns.Select(column => (offsets[column] - set) / geometry.StrideWidth)];
        var moved = KernelPlaces.Move(gradients, KernelPlaces.Of(gradients.Graph, moves, 1, places, outputWidth).Transpose(0, 2, 1));
        return LinearAlgebra.Gemm(OfColumns(kernels, columns), moved.Reshape(columns.Length * outputs, moved.Size / (columns.Length * outputs)));
    }

    /// <summary>From [inputs, kernel rows · output height, rest] to [inputs, height, rest].</summary>
    private static Tensor SumOfRows(Tensor parts, int height, int outputHeight, int kernelHeight, ConvolutionGeometry geometry)
    {
        var sums = KernelPlaces.OfRows(parts.Graph, height, outputHeight, kernelHeight, geometry)
            .Transpose(1, 0, 2)
            .Reshape(1, height, kernelHeight * outputHeight);
        return parts.Graph.Emit("MatMul", [parts.Shape[0], height, parts.Shape[2]], [sums, parts]);
    }

    /// <summary>The weights of some kernel columns: [inputs · kernel rows, those columns · outputs].</summary>
    private static Tensor OfColumns(Tensor kernels, int[] columns)
    {
        int inputs = kernels.Shape[1], kernelHeight = kernels.Shape[2], outputs = kernels.Shape[3];
        var indices = kernels.Graph.Constant([.. columns.Select(column => (long)column)]);
        return kernels.Graph.Emit("Gather", [columns.Length, inputs, kernelHeight, outputs], [kernels, indices], OnnxAttribute.Of("axis", 0))
            .Transpose(1, 2, 0, 3)
            .Reshape(inputs * kernelHeight, columns.Length * outputs);
    }
}
