namespace Earshot.Training.Graphs;

/// <summary>
/// The gradient of a convolution with respect to its weights. The formulations were chosen by measuring them in ONNX
/// Runtime on the CPU.
/// </summary>
internal static class ConvolutionWeightGradient
{
    internal static Tensor Of(Tensor input, Tensor weights, Tensor gradient, ConvolutionGeometry geometry)
    {
        if (geometry.Groups == 1)
        {
            return weights.Shape[3] == 1 && geometry is { StrideWidth: 1, PadLeft: 0, PadRight: 0 }
                ? OfColumn(input, weights, gradient, geometry)
                : geometry.StrideHeight == 1 && input.Shape[1] > 1 ? OfRowsAndColumns(input, weights, gradient, geometry)
                : OfDense(input, weights, gradient, geometry);
        }

        return geometry.Groups == input.Shape[1] && weights.Shape[0] == input.Shape[1]
            ? OfDepthwise(input, weights, gradient, geometry)
            : OfGroups(input, weights, gradient, geometry);
    }

    /// <summary>
    /// Kernels of one column, pointwise ones among them: for each kernel row, one small matrix product an image, summed over the
    /// batch. Rows that a kernel row sees lie side by side, so hardly any data moves.
    /// </summary>
    private static Tensor OfColumn(Tensor input, Tensor weights, Tensor gradient, ConvolutionGeometry geometry)
    {
        int batch = input.Shape[0], inputs = input.Shape[1], outputs = gradient.Shape[1], rows = gradient.Shape[2];
        var area = rows * gradient.Shape[3];
        var padded = input.Pad(2, geometry.PadTop, geometry.PadBottom);
        var gradients = gradient.Reshape(batch, outputs, area);
        var kernelRows = new List<Tensor>();
        for (var row = 0; row < weights.Shape[2]; row++)
        {
            var seen = SeenRows(padded, row, rows, geometry).Reshape(batch, inputs, area);
            kernelRows.Add(LinearAlgebra.MatMul(gradients, seen.Transpose(0, 2, 1)).ReduceSum(0).Reshape(outputs, inputs, 1));
        }

        return Shaping.Concat(kernelRows, 2).Reshape(weights.Shape);
    }

    /// <summary>
    /// One matrix product. Its left factor has the gradient once for each kernel row, moved down by so many rows; its right one the input once
    /// for each kernel column, moved to the left by so many columns. Rows come before windows, so that moved rows are copied in long pieces;
    /// columns are moved by a product with a constant 0/1 matrix.
    /// </summary>
    private static Tensor OfRowsAndColumns(Tensor input, Tensor weights, Tensor gradient, ConvolutionGeometry geometry)
    {
        int batch = input.Shape[0], inputs = input.Shape[1], height = input.Shape[2], width = input.Shape[3];
        int outputs = gradient.Shape[1], outputHeight = gradient.Shape[2], outputWidth = gradient.Shape[3];
        int kernelHeight = weights.Shape[2], kernelWidth = weights.Shape[3];
        var graph = input.Graph;
        var inner = height * batch * outputWidth;
        var ofRows = graph.Emit(
                "Gather",
                [outputs, kernelHeight, height, batch, outputWidth],
                [gradient.Transpose(1, 2, 0, 3).Pad(1, 0, 1), graph.Constant(SeeingRows(height, outputHeight, kernelHeight, geometry), [kernelHeight, height])],
                OnnxAttribute.Of("axis", 1))
            .Reshape(outputs * kernelHeight, inner);
        var columns = KernelColumns.Diagonals(graph, width, outputWidth, kernelWidth, geometry).Reshape(kernelWidth, width, outputWidth);
        var ofColumns = graph.Emit(
                "MatMul",
                [kernelWidth, inputs * height * batch, outputWidth],
                [input.Transpose(1, 2, 0, 3).Reshape(1, inputs * height * batch, width), columns])
            .Reshape(kernelWidth * inputs, inner);
        return LinearAlgebra.Gemm(ofRows, ofColumns, transposeRight: true)
            .Reshape(outputs, kernelHeight, kernelWidth, inputs)
            .Transpose(0, 3, 1, 2);
    }

    /// <summary>
    /// The output row that sees an input row through a kernel row, for every kernel row and input row; where there is none, the row behind
    /// the last one.
    /// </summary>
    private static long[] SeeingRows(int height, int outputHeight, int kernelHeight, ConvolutionGeometry geometry)
    {
        var rows = new long[kernelHeight * height];
        for (var i = 0; i < rows.Length; i++)
        {
            var (kernelRow, row) = Math.DivRem(i, height);
            var output = row + geometry.PadTop - (kernelRow * geometry.DilationHeight);
            rows[i] = output >= 0 && output < outputHeight ? output : outputHeight;
        }

        return rows;
    }

    /// <summary>
    /// A convolution of the input with the gradient as its kernel, where batch and channels change places and so do stride
    /// and dilation.
    /// </summary>
    private static Tensor OfDense(Tensor input, Tensor weights, Tensor gradient, ConvolutionGeometry geometry)
    {
        var swapped = geometry with
        {
            StrideHeight = geometry.DilationHeight,
            StrideWidth = geometry.DilationWidth,
            DilationHeight = geometry.StrideHeight,
            DilationWidth = geometry.StrideWidth,
        };
        int inputs = input.Shape[1], outputs = gradient.Shape[1];
        // A kernel of one row or column cannot reach over padding in this role, so the padding is written out.
        var padded = input.Pad(2, geometry.PadTop, geometry.PadBottom).Pad(3, geometry.PadLeft, geometry.PadRight);
        var unpadded = swapped with { PadTop = 0, PadLeft = 0, PadBottom = 0, PadRight = 0 };
        var kernel = gradient.Transpose(1, 0, 2, 3);
        // Rows and columns that the last window did not reach would make the result larger than the kernel.
        return Convolution.Emit(padded.Transpose(1, 0, 2, 3), kernel, unpadded)
            .Slice(2, 0, weights.Shape[2])
            .Slice(3, 0, weights.Shape[3])
            .Transpose(1, 0, 2, 3)
            .Reshape(outputs, inputs, weights.Shape[2], weights.Shape[3]);
    }

    /// <summary>
    /// For each kernel row, one matrix product a channel correlates every input column with every output column; the kernel
    /// columns are the sums along its diagonals, taken by a product with a constant 0/1 matrix. That is more arithmetic
    /// than needed but runs as matrix products, several times faster than elementwise products of shifted images.
    /// </summary>
    private static Tensor OfDepthwise(Tensor input, Tensor weights, Tensor gradient, ConvolutionGeometry geometry)
    {
        int channels = input.Shape[1], width = input.Shape[3], kernelHeight = weights.Shape[2], kernelWidth = weights.Shape[3];
        int outputHeight = gradient.Shape[2], outputWidth = gradient.Shape[3], rows = gradient.Shape[0] * outputHeight;
        var padded = input.Transpose(1, 0, 2, 3).Pad(2, geometry.PadTop, geometry.PadBottom);
        var gradients = gradient.Transpose(1, 0, 2, 3).Reshape(channels, rows, outputWidth);
        var correlations = new List<Tensor>();
        for (var row = 0; row < kernelHeight; row++)
        {
            var seen = SeenRows(padded, row, outputHeight, geometry).Reshape(channels, rows, width);
            correlations.Add(
                LinearAlgebra.MatMul(seen.Transpose(0, 2, 1), gradients).Reshape(channels, 1, width * outputWidth));
        }

        var all = Shaping.Concat(correlations, 1).Reshape(channels * kernelHeight, width * outputWidth);
        var diagonals = KernelColumns.Diagonals(input.Graph, width, outputWidth, kernelWidth, geometry);
        return LinearAlgebra.Gemm(all, diagonals, transposeRight: true).Reshape(weights.Shape);
    }

    private static Tensor OfGroups(Tensor input, Tensor weights, Tensor gradient, ConvolutionGeometry geometry)
    {
        int inputs = weights.Shape[1], outputs = weights.Shape[0] / geometry.Groups;
        var parts = new List<Tensor>();
        for (var group = 0; group < geometry.Groups; group++)
        {
            parts.Add(OfDense(
                input.Slice(1, group * inputs, (group + 1) * inputs),
                weights.Slice(0, group * outputs, (group + 1) * outputs),
                gradient.Slice(1, group * outputs, (group + 1) * outputs),
                geometry with { Groups = 1 }));
        }

        return Shaping.Concat(parts, 0);
    }

    /// <summary>The padded input's rows that one kernel row sees, one an output row.</summary>
    private static Tensor SeenRows(Tensor padded, int kernelRow, int outputHeight, ConvolutionGeometry geometry)
    {
        var start = kernelRow * geometry.DilationHeight;
        return padded.Slice(2, start, start + ((outputHeight - 1) * geometry.StrideHeight) + 1, geometry.StrideHeight);
    }
}
