namespace Earshot.Training.Graphs;

/// <summary>
/// Depthwise convolution of channel-major images [channels, batch, height, width]. Each kernel row becomes a matrix from
/// input columns to output columns, so that forward and backward are one matrix product a channel. That is more
/// arithmetic than the definition asks for, but with the widths of mel spectra it runs several times faster than ONNX
/// Runtime's grouped Conv, which has no fast path for weights that change. Small images are convolved as a whole, see
/// <see cref="DepthwiseWholeImages"/>.
/// </summary>
public static class DepthwiseConvolution
{
    /// <summary>Convolves each channel with its own kernel, without bias.</summary>
    /// <param name="input">[channels, batch, height, width].</param>
    /// <param name="weights">[channels, 1, kernel height, kernel width].</param>
    /// <param name="geometry">Stride, padding and dilation; groups count for nothing.</param>
    /// <returns>[channels, batch, output height, output width].</returns>
    public static Tensor DepthwiseConvolve(this Tensor input, Tensor weights, ConvolutionGeometry geometry)
    {
        if (input.Rank != 4 || weights.Rank != 4 || weights.Shape[0] != input.Shape[0] || weights.Shape[1] != 1)
        {
            throw new ArgumentException($"{weights} do not convolve each channel of {input}.");
        }

        var graph = input.Graph;
        var wasRecording = graph.IsRecording;
        graph.IsRecording = false;
        if (DepthwiseWholeImages.Suits(input.Shape, weights.Shape, geometry))
        {
            var (images, gradients) = DepthwiseWholeImages.Of(input, weights, geometry);
            graph.IsRecording = wasRecording;
            return graph.Record(images, [input, weights], gradients);
        }

        var shape = new Geometry(input.Shape, weights.Shape, geometry);
        var seen = SeenRows(input, shape);
        var columns = ColumnMatrices(weights, shape);
        var output = LinearAlgebra.MatMul(seen, columns)
            .Reshape(shape.Channels, shape.Batch, shape.OutputHeight, shape.OutputWidth);
        graph.IsRecording = wasRecording;
        return graph.Record(
            output,
            [input, weights],
            gradient =>
            [
                input.RequiresGradient ? InputGradient(columns, gradient, shape) : null,
                weights.RequiresGradient ? WeightGradient(seen, gradient, shape).Reshape(weights.Shape) : null,
            ]);
    }

    /// <summary>The input rows that each output row sees: [channels, batch · output height, kernel height · width].</summary>
    private static Tensor SeenRows(Tensor input, Geometry shape)
    {
        var rows = new long[shape.OutputHeight * shape.KernelHeight];
        for (var i = 0; i < rows.Length; i++)
        {
            var (output, kernelRow) = Math.DivRem(i, shape.KernelHeight);
            rows[i] = (output * shape.Of.StrideHeight) + (kernelRow * shape.Of.DilationHeight);
        }

        return GatherRows(input.Pad(2, shape.Of.PadTop, shape.Of.PadBottom), rows, shape.OutputHeight, shape.KernelHeight);
    }

    /// <summary>
    /// Kernel rows as matrices from input columns to output columns: [channels, kernel height · width, output width].
    /// </summary>
    private static Tensor ColumnMatrices(Tensor weights, Geometry shape)
    {
        var kernels = weights.Reshape(shape.Channels * shape.KernelHeight, shape.KernelWidth);
        return LinearAlgebra.Gemm(kernels, Diagonals(weights.Graph, shape))
            .Reshape(shape.Channels, shape.KernelHeight * shape.Width, shape.OutputWidth);
    }

    private static Tensor WeightGradient(Tensor seen, Tensor gradient, Geometry shape)
    {
        var gradients = gradient.Reshape(shape.Channels, shape.Batch * shape.OutputHeight, shape.OutputWidth);
        // The narrower factor is the one to transpose: ONNX Runtime copies it.
        var correlations = LinearAlgebra.MatMul(gradients.Transpose(0, 2, 1), seen)
            .Reshape(shape.Channels, shape.OutputWidth, shape.KernelHeight, shape.Width)
            .Transpose(0, 2, 3, 1)
            .Reshape(shape.Channels * shape.KernelHeight, shape.Width * shape.OutputWidth);
        return LinearAlgebra.Gemm(correlations, Diagonals(seen.Graph, shape), transposeRight: true);
    }

    /// <summary>
    /// Input rows that lie a stride apart are seen by the same kernel rows, so each such set is one matrix product; then
    /// the sets are interleaved.
    /// </summary>
    private static Tensor InputGradient(Tensor columns, Tensor gradient, Geometry shape)
    {
        var stride = shape.Of.StrideHeight;
        var rowsOfSet = (shape.Height + shape.Of.PadTop + stride - 1) / stride;
        var matrices = columns.Reshape(shape.Channels, shape.KernelHeight, shape.Width, shape.OutputWidth);
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
    private static Tensor SetOfRows(Tensor matrices, Tensor gradient, Geometry shape, int set, int rows)
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

        var seeing = GatherRows(gradient.Pad(2, 0, 1), sources, rows, kernelRows.Length);
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

    /// <summary>Rows of images side by side: [channels, batch · groups, rows in a group · width].</summary>
    private static Tensor GatherRows(Tensor images, long[] rows, int groups, int rowsInGroup)
    {
        int channels = images.Shape[0], batch = images.Shape[1], width = images.Shape[3];
        return images.Graph.Emit(
                "Gather",
                [channels, batch, groups, rowsInGroup, width],
                [images, images.Graph.Constant(rows, [groups, rowsInGroup])],
                OnnxAttribute.Of("axis", 2))
            .Reshape(channels, batch * groups, rowsInGroup * width);
    }

    private static Tensor Diagonals(GraphBuilder graph, Geometry shape) =>
        KernelPlaces.OfColumns(graph, shape.Width, shape.OutputWidth, shape.KernelWidth, shape.Of)
            .Reshape(shape.KernelWidth, shape.Width * shape.OutputWidth);

    /// <summary>All sizes of one convolution.</summary>
    private sealed record Geometry(IReadOnlyList<int> Input, IReadOnlyList<int> Weights, ConvolutionGeometry Of)
    {
        internal int Channels => Input[0];

        internal int Batch => Input[1];

        internal int Height => Input[2];

        internal int Width => Input[3];

        internal int KernelHeight => Weights[2];

        internal int KernelWidth => Weights[3];

        internal int OutputHeight { get; } = Of.OutputHeight(Input[2], Weights[2]);

        internal int OutputWidth { get; } = Of.OutputWidth(Input[3], Weights[3]);
    }
}
