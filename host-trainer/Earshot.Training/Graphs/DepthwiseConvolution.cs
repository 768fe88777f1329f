namespace Earshot.Training.Graphs;

/// <summary>
/// Depthwise convolution of channel-major images [channels, batch, height, width]. A kernel becomes a matrix from what a few output rows see
/// to these rows (<see cref="DepthwiseRowGroups"/>), or from a small image to its output (<see cref="DepthwiseWholeImages"/>), so that
/// forward and backward are one matrix product a channel. That is more arithmetic than the definition asks for, but with the widths of mel
/// spectra it runs several times faster than ONNX Runtime's grouped Conv, which has no fast path for weights that change.
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
        var sizes = new DepthwiseSizes(input.Shape, weights.Shape, geometry);
        var (output, backward) = DepthwiseWholeImages.Suits(sizes)
            ? DepthwiseWholeImages.Of(input, weights, sizes)
            : new DepthwiseRowGroups(sizes).Convolve(input, weights);
        graph.IsRecording = wasRecording;
        return graph.Record(output, [input, weights], backward);
    }
}
