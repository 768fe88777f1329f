namespace Earshot.Training.Graphs;

/// <summary>
/// The gradient of a convolution with respect to its weights as one matrix product, of the gradient with what each kernel element sees of the
/// input. Rows come before windows, so that what a kernel row sees is copied in long pieces; kernel columns are taken by a product with
/// constant 0/1 matrices. With one kernel row nothing is copied, and windows stay in front, as they come. A convolution with the gradient as
/// its kernel would do the same, but has only as many columns of output as the kernel, too few for a second thread.
/// </summary>
internal static class ConvolutionWeightProducts
{
    /// <summary>The gradient: [outputs, inputs, kernel height, kernel width].</summary>
    /// <param name="input">[batch, inputs, height, width].</param>
    /// <param name="weights">Of the gradient's shape.</param>
    /// <param name="gradient">[batch, outputs, output height, output width].</param>
    /// <param name="geometry">Stride, padding and dilation; one group.</param>
    internal static Tensor Of(Tensor input, Tensor weights, Tensor gradient, ConvolutionGeometry geometry)
    {
        int inputs = input.Shape[1], outputs = gradient.Shape[1], kernelHeight = weights.Shape[2], kernelWidth = weights.Shape[3];
        if (kernelHeight == 1 && input.Shape[2] == gradient.Shape[2])
        {
            var seen = SeenColumns(input.Transpose(1, 0, 2, 3), gradient.Shape[3], kernelWidth, geometry);
            return LinearAlgebra.Gemm(Flatten(gradient.Transpose(1, 0, 2, 3), 1), Flatten(seen, 2), transposeRight: true)
                .Reshape(outputs, kernelWidth, inputs, 1)
                .Transpose(0, 2, 3, 1);
        }

        var columns = SeenColumns(input.Transpose(1, 2, 0, 3), gradient.Shape[3], kernelWidth, geometry);
        var gradients = gradient.Transpose(1, 2, 0, 3);
        // Kernel rows multiply either factor; without stride the gradient has fewer copies.
        if (inputs > 1 && geometry.StrideHeight == 1)
        {
            return LinearAlgebra.Gemm(SeeingRows(gradients, input.Shape[2], kernelHeight, geometry), Flatten(columns, 2), transposeRight: true)
                .Reshape(outputs, kernelHeight, kernelWidth, inputs)
                .Transpose(0, 3, 1, 2);
        }

        return LinearAlgebra.Gemm(Flatten(gradients, 1), SeenRows(columns, gradient.Shape[2], kernelHeight, geometry), transposeRight: true)
            .Reshape(outputs, kernelWidth, inputs, kernelHeight)
            .Transpose(0, 2, 3, 1);
    }

    /// <summary>The input columns that each kernel column sees, one an output column.</summary>
    /// <param name="input">[inputs, height, batch, width], or with batch and height in the other order.</param>
    /// <param name="outputWidth">Output columns.</param>
    /// <param name="kernelWidth">Kernel columns.</param>
    /// <param name="geometry">Stride, padding and dilation.</param>
    /// <returns>[kernel columns, inputs, height, batch, output width], in the input's order.</returns>
    private static Tensor SeenColumns(Tensor input, int outputWidth, int kernelWidth, ConvolutionGeometry geometry)
    {
        var columns = KernelPlaces.OfColumns(input.Graph, input.Shape[3], outputWidth, kernelWidth, geometry);
        return KernelPlaces.Move(input, columns)
            .Reshape(kernelWidth, input.Shape[0], input.Shape[1], input.Shape[2], outputWidth);
    }

    /// <summary>The rows of <paramref name="columns"/> that each kernel row sees: [kernel columns · inputs · kernel rows, rest].</summary>
    private static Tensor SeenRows(Tensor columns, int outputHeight, int kernelHeight, ConvolutionGeometry geometry)
    {
        var rows = new long[kernelHeight * outputHeight];
        for (var i = 0; i < rows.Length; i++)
        {
            var (kernelRow, output) = Math.DivRem(i, outputHeight);
            rows[i] = (output * geometry.StrideHeight) + (kernelRow * geometry.DilationHeight);
        }

        return Flatten(columns.Pad(2, geometry.PadTop, geometry.PadBottom).Gather(2, rows, kernelHeight), 3);
    }

    /// <summary>The rows of <paramref name="gradients"/> that see each input row, without stride: [outputs · kernel rows, rest].</summary>
    private static Tensor SeeingRows(Tensor gradients, int height, int kernelHeight, ConvolutionGeometry geometry)
    {
        var outputHeight = gradients.Shape[1];
        var rows = new long[kernelHeight * height];
        for (var i = 0; i < rows.Length; i++)
        {
            var (kernelRow, input) = Math.DivRem(i, height);
            var output = input + geometry.PadTop - (kernelRow * geometry.DilationHeight);
            // Where no output row sees an input row, a row of zeros behind the last one stands in.
            rows[i] = output >= 0 && output < outputHeight ? output : outputHeight;
        }

        return Flatten(gradients.Pad(1, 0, 1).Gather(1, rows, kernelHeight), 2);
    }

    /// <summary>A matrix: the first axes make its rows, the others its columns.</summary>
    private static Tensor Flatten(Tensor tensor, int axes)
    {
        var rows = tensor.Shape.Take(axes).Aggregate(1, (product, size) => product * size);
        return tensor.Reshape(rows, tensor.Size / rows);
    }
}
