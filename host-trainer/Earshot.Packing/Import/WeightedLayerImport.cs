using Earshot.Onnx.Proto;

namespace Earshot.Packing.Import;

/// <summary>What Conv and Gemm have in common: int8 weights, bias with the input's zero point folded in, factors.</summary>
internal static class WeightedLayerImport
{
    /// <summary>Weights as int8, still in the order of the file.</summary>
    public static QuantizedConstant Weights(ImportContext context, NodeProto node, int outputAxis)
    {
        if (node.Input.Count < 2 || !context.Constants.IsConstant(node.Input[1]))
        {
            throw context.Fail(node, "has weights that are not constants", "Export the model for inference.");
        }

        var weights = context.Constants.Read(node, node.Input[1])
            ?? throw context.Fail(node, "has float weights", "Quantise the model first (int8 QDQ, for example with 'earshot train' or ONNX Runtime's quantize_static).");
        if (weights.Scales.Length > 1 && weights.Axis != outputAxis)
        {
            throw context.Fail(node, $"has weight scales along axis {weights.Axis}", $"Quantise weights per tensor or along the output channels (axis {outputAxis}).");
        }

        if (weights.Values.Any(value => value is < sbyte.MinValue or > sbyte.MaxValue))
        {
            throw context.Fail(node, "has weights that do not fit int8 once their zero point is subtracted", "Quantise weights symmetrically (zero point 0).");
        }

        if (weights.Scales.Any(scale => !float.IsFinite(scale) || scale <= 0))
        {
            throw context.Fail(node, "has a weight scale that is not positive", "Calibrate the model again.");
        }

        return weights;
    }

    /// <summary>
    /// The bias of each output in steps of input scale × weight scale, minus zero point × sum of the weights, so that the
    /// kernel may multiply the stored inputs.
    /// </summary>
    /// <param name="context">The import.</param>
    /// <param name="node">The Conv or Gemm.</param>
    /// <param name="input">The input.</param>
    /// <param name="weights">Its weights.</param>
    /// <param name="sums">The sum of the int8 weights of each output channel.</param>
    public static int[] Bias(ImportContext context, NodeProto node, ImportedValue input, QuantizedConstant weights, long[] sums)
    {
        var parameters = input.Tensor.Parameters;
        var name = node.Input.Count > 2 ? node.Input[2] : "";
        var constant = name.Length > 0 ? context.Constants.Read(node, name) : null;
        var floats = name.Length > 0 && constant is null ? context.Constants.Floats(node, 2) : null;
        var bias = new int[sums.Length];
        for (var channel = 0; channel < bias.Length; channel++)
        {
            var step = parameters.Scale * weights.Scale(channel);
            var steps = constant is not null ? Steps(constant, channel, step)
                : floats is not null ? Math.Round(floats[floats.Length == 1 ? 0 : channel] / (double)step)
                : 0;
            var folded = steps - parameters.ZeroPoint * sums[channel];
            if (Math.Abs(folded) > 1 << 30)
            {
                throw context.Fail(node, $"has a bias of {folded:0} steps in channel {channel}, more than 2^30", "Give that channel a larger weight scale.");
            }

            bias[channel] = (int)folded;
        }

        return bias;
    }

    private static double Steps(QuantizedConstant bias, int channel, float step)
    {
        var index = bias.Values.Length == 1 ? 0 : channel;
        var scale = bias.Scale(index);
        return Math.Abs(scale - step) <= 1e-5 * step ? bias.Values[index] : Math.Round(bias.Values[index] * (double)scale / step);
    }

    /// <summary>The factor from accumulator to output steps of each channel, in single precision as ONNX Runtime computes it.</summary>
    public static double[] Factors(ImportContext context, NodeProto node, float inputScale, QuantizedConstant weights, int channels, float outputScale)
    {
        var factors = new double[channels];
        for (var channel = 0; channel < channels; channel++)
        {
            factors[channel] = inputScale * weights.Scale(channel) / outputScale;
            if (!(factors[channel] > 0 && factors[channel] < 0.25))
            {
                throw context.Fail(
                    node,
                    $"multiplies channel {channel} by {factors[channel]:G6} on the way to its output, and a pack holds factors between 0 and 0.25",
                    "Calibrate the model again; the scale of its output is too small for its weights.");
            }
        }

        return factors;
    }
}
