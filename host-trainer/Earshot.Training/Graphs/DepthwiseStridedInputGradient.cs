namespace Earshot.Training.Graphs;

/// <summary>The gradient of a depthwise convolution of channel-major images with respect to its input, where rows are skipped.</summary>
internal static class DepthwiseStridedInputGradient
{
    /// <summary>
    /// Input rows that lie a stride apart are seen by the same kernel rows, so each such set is one matrix product; then
    /// the sets are interleaved.
    /// </summary>
    internal static Tensor Of(Tensor weights, Tensor gradient, DepthwiseSizes shape)
    {
        var stride = shape.Of.StrideHeight;
        var rowsOfSet = (shape.Height + shape.Of.PadTop + stride - 1) / stride;
        var diagonals = KernelPlaces.OfColumns(gradient.Graph, shape.Width, shape.OutputWidth, shape.KernelWidth, shape.Of)
            .Reshape(shape.KernelWidth, shape.Width * shape.OutputWidth);
        var matrices = LinearAlgebra.Gemm(weights.Reshape(shape.Channels * shape.KernelHeight, shape.KernelWidth), diagonals)
            .Reshape(shape.Channels, shape.KernelHeight, shape.Width, shape.OutputWidth);
        var sets = new List<Tensor>();
        for (var set = 0; set < stride; set++)
        {
            sets.Add(SetOfRows(matrices, gradient, shape, set, rowsOfSet));
        }

        return Shaping.Concat(sets, 3)
            .Reshape(shape.Channels, shape.Batch, rowsOfSet * stride, shape.Width)
            .Slice(2, shape.Of.PadTop, shape.Of.PadTop + shape.Height);
    }

    /// <summary>Padded input rows set, set + stride, set + 2 · stride, ..: [channels, batch, rows, 1, width].</summary>
    private static Tensor SetOfRows(Tensor matrices, Tensor gradient, DepthwiseSizes shape, int set, int rows)
    {
        var graph = gradient.Graph;
        var geometry = shape.Of;
        int[] kernelRows = [.. Enumerable.Range(0, shape.KernelHeight)
            .Where(row => (set - (row * geometry.DilationHeight)) % geometry.StrideHeight == 0)];
        if (kernelRows.Length == 0)
        {
            return graph.Scalar(0).Expand([shape.Channels, shape.Batch, rows, 1, shape.Width]);
        }

        // Where no output row sees an input row, a row of zeros after the last output row stands in.
        var sources = new long[rows * kernelRows.Length];
        for (var i = 0; i < sources.Length; i++)
        {
            var output = (((set - (kernelRows[i % kernelRows.Length] * geometry.DilationHeight)) / geometry.StrideHeight)
                + (i / kernelRows.Length));
            sources[i] = output >= 0 && output < shape.OutputHeight ? output : shape.OutputHeight;
        }

        var seeing = DepthwiseRowGroups.GatherRows(gradient.Pad(2, 0, 1), sources, rows);
        var indices = graph.Constant([.. kernelRows.Select(row => (long)row)]);
        var transposed = graph.Emit(
                "Gather",
                [shape.Channels, kernelRows.Length, shape.Width, shape.OutputWidth],
                [matrices, indices],
                OnnxAttribute.Of("axis", 1))
            .Transpose(0, 1, 3, 2)
            .Reshape(shape.Channels, kernelRows.Length * shape.OutputWidth, shape.Width);
        return LinearAlgebra.MatMul(seeing, transposed).Reshape(shape.Channels, shape.Batch, rows, 1, shape.Width);
    }
}
