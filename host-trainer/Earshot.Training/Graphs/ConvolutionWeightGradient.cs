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
                : ConvolutionWeightProducts.Of(input, weights, gradient, geometry);
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
            var seen = RowsSeenBy(padded, row, rows, geometry).Reshape(batch, inputs, area);
            kernelRows.Add(LinearAlgebra.MatMul(gradients, seen.Transpose(0, 2, 1)).ReduceSum(0).Reshape(outputs, inputs, 1));
        }

        return Shaping.Concat(kernelRows, 2).Reshape(weights.Shape);
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
            var seen = RowsSeenBy(padded, row, outputHeight, geometry).Reshape(channels, rows, width);
            correlations.Add(
                LinearAlgebra.MatMul(seen.Transpose(0, 2, 1), gradients).Reshape(channels, 1, width * outputWidth));
        }

        var all = Shaping.Concat(correlations, 1).Reshape(channels * kernelHeight, width * outputWidth);
        var diagonals = KernelPlaces.OfColumns(input.Graph, width, outputWidth, kernelWidth, geometry)
            .Reshape(kernelWidth, width * outputWidth);
        return LinearAlgebra.Gemm(all, diagonals, transposeRight: true).Reshape(weights.Shape);
    }

    private static Tensor OfGroups(Tensor input, Tensor weights, Tensor gradient, ConvolutionGeometry geometry)
    {
        int inputs = weights.Shape[1], outputs = weights.Shape[0] / geometry.Groups;
        var parts = new List<Tensor>();
        for (var group = 0; group < geometry.Groups; group++)
        {
            parts.Add(ConvolutionWeightProducts.Of(
                input.Slice(1, group * inputs, (group + 1) * inputs),
                weights.Slice(0, group * outputs, (group + 1) * outputs),
                gradient.Slice(1, group * outputs, (group + 1) * outputs),
                geometry with { Groups = 1 }));
        }

        return Shaping.Concat(parts, 0);
    }

    /// <summary>The padded input's rows that one kernel row sees, one an output row.</summary>
    private static Tensor RowsSeenBy(Tensor padded, int kernelRow, int outputHeight, ConvolutionGeometry geometry)
    {
        int start = kernelRow * geometry.DilationHeight, height = padded.Shape[2], rest = height - start - outputHeight;
        if (geometry.StrideHeight != 1)
        {
            return padded.Slice(2, start, start + ((outputHeight - 1) * geometry.StrideHeight) + 1, geometry.StrideHeight);
        }

        // ONNX Runtime divides Split among threads, but not Slice.
        int[] parts = [.. new[] { start, outputHeight, rest }.Where(rows => rows > 0)];
        if (parts.Length == 1)
        {
            return padded;
        }

        var outputs = padded.Graph.EmitMany(
            "Split",
            [.. parts.Select(rows => (ElementType.Float, (IReadOnlyList<int>)[padded.Shape[0], padded.Shape[1], rows, padded.Shape[3]]))],
            [padded, padded.Graph.Constant([.. parts.Select(rows => (long)rows)])],
            OnnxAttribute.Of("axis", 2));
        return outputs[start > 0 ? 1 : 0];
    }
}
