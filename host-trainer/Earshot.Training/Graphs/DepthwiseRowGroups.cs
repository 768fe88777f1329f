namespace Earshot.Training.Graphs;

/// <summary>
/// Depthwise convolution of channel-major images as one matrix product a channel. What a group of output rows sees lies side by side, copied;
/// a matrix takes it to all elements of these rows. Larger groups copy fewer rows and multiply more zeros.
/// </summary>
internal sealed class DepthwiseRowGroups
{
    // What a copied row costs, an element of an image that is padded or cut, and one of a channel's matrix, in multiply-accumulates of the
    // products; found by measuring, the last with a batch of 64.
    private const int ProductsPerCopiedRow = 300;
    private const int ProductsPerCutElement = 36;
    private const int ProductsPerMatrixElement = 2;

    private readonly DepthwiseSizes _sizes;
    private readonly int _rows;
    private readonly int _groups;
    private readonly int _seenRows;

    internal DepthwiseRowGroups(DepthwiseSizes sizes)
    {
        _sizes = sizes;
        _rows = sizes.Of.DilationHeight == 1 ? Enumerable.Range(1, sizes.OutputHeight).MinBy(Cost) : 1;
        _groups = Groups(_rows);
        _seenRows = SeenRows(_rows);
    }

    /// <summary>Whether the gradient of the input can be taken in groups, too.</summary>
    private bool HasInputGroups => _sizes.Of is { StrideHeight: 1, DilationHeight: 1 };

    /// <summary>Convolves without recording, and says how to go backward.</summary>
    /// <param name="input">[channels, batch, height, width].</param>
    /// <param name="weights">[channels, 1, kernel height, kernel width].</param>
    /// <returns>[channels, batch, output height, output width], and from its gradient to those of the input and of the weights.</returns>
    internal (Tensor Output, Func<Tensor, IReadOnlyList<Tensor?>> Gradient) Convolve(Tensor input, Tensor weights)
    {
        var seen = Seen(input);
        var (rows, columns) = Places(input.Graph);
        var output = LinearAlgebra.MatMul(seen, Matrices(weights, KernelPlaces.OfImages(rows, columns), _seenRows * _sizes.Width, _rows * _sizes.OutputWidth))
            .Reshape(_sizes.Channels, _sizes.Batch, _groups * _rows, _sizes.OutputWidth)
            .Slice(2, 0, _sizes.OutputHeight);
        return (output, gradient =>
        [
            !input.RequiresGradient ? null
                : HasInputGroups ? InputGradient(weights, gradient)
                : DepthwiseStridedInputGradient.Of(weights, gradient, _sizes),
            weights.RequiresGradient ? WeightGradient(seen, gradient).Reshape(weights.Shape) : null,
        ]);
    }

    /// <summary>Rows of images side by side: [channels, batch · groups, rows in a group · width].</summary>
    internal static Tensor GatherRows(Tensor images, long[] rows, int groups)
    {
        var gathered = images.Gather(2, rows, groups);
        return gathered.Reshape(images.Shape[0], images.Shape[1] * groups, gathered.Shape[3] * gathered.Shape[4]);
    }

    private static Tensor Matrices(Tensor weights, Tensor places, int from, int to)
    {
        int channels = weights.Shape[0];
        return LinearAlgebra.Gemm(weights.Reshape(channels, weights.Size / channels), places).Reshape(channels, from, to);
    }

    /// <summary>Of the three products of a step and of the copies for them, for an image.</summary>
    private long Cost(int rows)
    {
        var matrix = (long)SeenRows(rows) * _sizes.Width * rows * _sizes.OutputWidth;
        var copies = 2 * Groups(rows) * SeenRows(rows) * ProductsPerCopiedRow;
        var cut = Groups(rows) * rows == _sizes.OutputHeight ? 0 : 2 * _sizes.OutputHeight * _sizes.OutputWidth;
        if (HasInputGroups && _sizes.Height % rows != 0)
        {
            cut += _sizes.Height * _sizes.Width;
        }

        return (3 * Groups(rows) * matrix) + (ProductsPerMatrixElement * matrix) + copies + (cut * ProductsPerCutElement);
    }

    private int Groups(int rows) => (_sizes.OutputHeight + rows - 1) / rows;

    private int SeenRows(int rows) => ((rows - 1) * _sizes.Of.StrideHeight) + _sizes.KernelHeight;

    /// <summary>[channels, batch · groups, seen rows · width].</summary>
    private Tensor Seen(Tensor input)
    {
        var geometry = _sizes.Of;
        var rows = new long[_groups * _seenRows];
        for (var i = 0; i < rows.Length; i++)
        {
            var (group, row) = Math.DivRem(i, _seenRows);
            rows[i] = (group * _rows * geometry.StrideHeight) + (row * geometry.DilationHeight);
        }

        // The last group may reach beyond the image and its padding.
        var missing = (int)rows[^1] + 1 - geometry.PadTop - _sizes.Height;
        return GatherRows(input.Pad(2, geometry.PadTop, Math.Max(missing, geometry.PadBottom)), rows, _groups);
    }

    /// <summary>Where kernel rows act, [kernel rows, seen rows, rows of a group], and kernel columns.</summary>
    private (Tensor Rows, Tensor Columns) Places(GraphBuilder graph)
    {
        int[] offsets = [.. Enumerable.Range(0, _sizes.KernelHeight)];
        return (
            KernelPlaces.Of(graph, offsets, _sizes.Of.StrideHeight, _seenRows, _rows),
            KernelPlaces.OfColumns(graph, _sizes.Width, _sizes.OutputWidth, _sizes.KernelWidth, _sizes.Of));
    }

    private Tensor WeightGradient(Tensor seen, Tensor gradient)
    {
        var (ofRows, ofColumns) = Places(seen.Graph);
        var places = KernelPlaces.OfImages(ofRows.Transpose(0, 2, 1), ofColumns.Transpose(0, 2, 1));
        var gradients = gradient.Pad(2, 0, (_groups * _rows) - _sizes.OutputHeight)
            .Reshape(_sizes.Channels, _sizes.Batch * _groups, _rows * _sizes.OutputWidth);
        // The narrower factor is the one to transpose: ONNX Runtime copies it.
        var correlations = LinearAlgebra.MatMul(gradients.Transpose(0, 2, 1), seen);
        return LinearAlgebra.Gemm(correlations.Reshape(_sizes.Channels, correlations.Size / _sizes.Channels), places, transposeRight: true);
    }

    /// <summary>As forward, with the gradient in place of the input and kernel rows in reverse.</summary>
    private Tensor InputGradient(Tensor weights, Tensor gradient)
    {
        int groups = (_sizes.Height + _rows - 1) / _rows, kernelHeight = _sizes.KernelHeight, outputHeight = _sizes.OutputHeight;
        var rows = new long[groups * _seenRows];
        for (var i = 0; i < rows.Length; i++)
        {
            var (group, row) = Math.DivRem(i, _seenRows);
            var output = (group * _rows) + _sizes.Of.PadTop - kernelHeight + 1 + row;
            // Where there is no output row, a row of zeros behind the last one stands in.
            rows[i] = output >= 0 && output < outputHeight ? output : outputHeight;
        }

        int[] offsets = [.. Enumerable.Range(0, kernelHeight).Select(row => kernelHeight - 1 - row)];
        var places = KernelPlaces.OfImages(
            KernelPlaces.Of(gradient.Graph, offsets, 1, _seenRows, _rows),
            KernelPlaces.OfColumns(gradient.Graph, _sizes.Width, _sizes.OutputWidth, _sizes.KernelWidth, _sizes.Of).Transpose(0, 2, 1));
        var seeing = GatherRows(gradient.Pad(2, 0, 1), rows, groups);
        return LinearAlgebra.MatMul(seeing, Matrices(weights, places, _seenRows * _sizes.OutputWidth, _rows * _sizes.Width))
            .Reshape(_sizes.Channels, _sizes.Batch, groups * _rows, _sizes.Width)
            .Slice(2, 0, _sizes.Height);
    }
}
