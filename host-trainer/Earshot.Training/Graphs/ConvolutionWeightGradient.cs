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
            var seen = RowsSeenBy(padded, row, rows, geometry).Reshape(batch, inputs, area);
            kernelRows.Add(LinearAlgebra.MatMul(gradients, seen.Transpose(0, 2, 1)).ReduceSum(0).Reshape(outputs, inputs, 1));
        }

        return Shaping.Concat(kernelRows, 2).Reshape(weights.Shape);
    }

    /// <summary>
    /// One matrix product of the gradient with what each kernel element sees of the input. Rows come before windows, so that what a kernel row
    /// sees is copied in long pieces; kernel columns are taken by a product with constant 0/1 matrices. With one kernel row nothing is copied,
    /// and windows stay in front, as they come.
    /// </summary>
    private static Tensor OfDense(Tensor input, Tensor weights, Tensor gradient, ConvolutionGeometry geometry)
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
        int rows = input.Size / input.Shape[3], width = input.Shape[3];
        var columns = KernelPlaces.OfColumns(input.Graph, width, outputWidth, kernelWidth, geometry);
        return input.Graph.Emit("MatMul", [kernelWidth, rows, outputWidth], [input.Reshape(1, rows, width), columns])
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

        return Flatten(Gather(columns.Pad(2, geometry.PadTop, geometry.PadBottom), 2, rows, kernelHeight), 3);
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

        return Flatten(Gather(gradients.Pad(1, 0, 1), 1, rows, kernelHeight), 2);
    }

    /// <summary>An axis is replaced by two: kernel rows, and the places that <paramref name="rows"/> gives for each of them.</summary>
    private static Tensor Gather(Tensor tensor, int axis, long[] rows, int kernelHeight)
    {
        int[] indices = [kernelHeight, rows.Length / kernelHeight];
        int[] shape = [.. tensor.Shape.Take(axis), .. indices, .. tensor.Shape.Skip(axis + 1)];
        return tensor.Graph.Emit("Gather", shape, [tensor, tensor.Graph.Constant(rows, indices)], OnnxAttribute.Of("axis", axis));
    }

    /// <summary>A matrix: the first axes make its rows, the others its columns.</summary>
    private static Tensor Flatten(Tensor tensor, int axes)
    {
        var rows = tensor.Shape.Take(axes).Aggregate(1, (product, size) => product * size);
        return tensor.Reshape(rows, tensor.Size / rows);
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
            parts.Add(OfDense(
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
