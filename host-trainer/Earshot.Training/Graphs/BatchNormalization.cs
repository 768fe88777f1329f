namespace Earshot.Training.Graphs;

/// <summary>Batch normalisation (Ioffe and Szegedy, 2015) with the statistics of the batch, for training.</summary>
public static class BatchNormalization
{
    /// <summary>The term that keeps the standard deviation from zero.</summary>
    public const float Epsilon = 1e-3f;

    /// <summary>Normalises each channel over batch, height and width, then scales and shifts it.</summary>
    /// <param name="input">[batch, channels, ..].</param>
    /// <param name="scale">[channels].</param>
    /// <param name="shift">[channels].</param>
    /// <returns>The result, and the batch's mean and variance (biased), both [channels].</returns>
    public static (Tensor Output, Tensor Mean, Tensor Variance) BatchNormalize(this Tensor input, Tensor scale, Tensor shift)
    {
        var graph = input.Graph;
        var channels = input.Shape[1];
        int[] axes = [.. Enumerable.Range(0, input.Rank).Where(axis => axis != 1)];
        var wasRecording = graph.IsRecording;
        graph.IsRecording = false;
        var mean = input.ReduceMean(axes).Reshape(channels);
        // The mean of the squares is one pass less than the mean of the squared deviations; rounding can make the
        // difference negative where a channel hardly varies.
        var variance = Relu((input * input).ReduceMean(axes).Reshape(channels) - (mean * mean));
        var inverse = graph.Scalar(1) / (variance + Epsilon).Sqrt();
        var slope = scale * inverse;
        var output = Line(input, slope, shift - (mean * slope));
        graph.IsRecording = wasRecording;
        graph.Record(
            output,
            [input, scale, shift],
            gradient =>
            {
                var count = (float)(input.Size / channels);
                var shiftGradient = gradient.ReduceSum(axes).Reshape(channels);
                var product = (gradient * input).ReduceSum(axes).Reshape(channels);
                var scaleGradient = inverse * (product - (mean * shiftGradient));
                // As one line a channel: gradient · slope + input · tilt + offset.
                var share = slope * (-1 / count);
                var tilt = share * inverse * scaleGradient;
                var offset = (share * shiftGradient) - (tilt * mean);
                var inputGradient = Line(input, tilt, offset, addTo: gradient * AlongChannels(slope, input));
                return [inputGradient, scaleGradient, shiftGradient];
            });
        return (output, mean, variance);
    }

    private static Tensor Relu(Tensor tensor) => tensor.Graph.Emit("Relu", tensor.Shape, [tensor]);

    private static Tensor AlongChannels(Tensor values, Tensor like) =>
        values.Reshape([values.Size, .. Enumerable.Repeat(1, like.Rank - 2)]);

    /// <summary>
    /// input · slope + offset for each channel, and the sum with another tensor, in one pass: a convolution of each channel with one weight. The
    /// activation that follows it becomes a part of it.
    /// </summary>
    private static Tensor Line(Tensor input, Tensor slope, Tensor offset, Tensor? addTo = null)
    {
        int batch = input.Shape[0], channels = slope.Size;
        int[] rows = [batch, channels, input.Size / (batch * channels)];
        Tensor[] operands = [input.Reshape(rows), slope.Reshape(channels, 1, 1), offset];
        var groups = OnnxAttribute.Of("group", channels);
        var line = addTo is null
            ? input.Graph.Emit("Conv", rows, operands, groups)
            : input.Graph.EmitOfRuntime("FusedConv", rows, [.. operands, addTo.Reshape(rows)], groups);
        return line.Reshape(input.Shape);
    }
}
