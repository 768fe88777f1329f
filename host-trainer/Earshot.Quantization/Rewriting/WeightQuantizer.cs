using Earshot.Onnx.Proto;
using Earshot.Onnx.Tensors;
using Earshot.Quantization.Preparation;

namespace Earshot.Quantization.Rewriting;

/// <summary>
/// Weights as int8, symmetric, one scale an output channel; biases as int32 in steps of input scale × weight scale.
/// </summary>
public sealed class WeightQuantizer
{
    // Leaves the accumulator room for the products beside the bias.
    private const float LargestBias = 1 << 29;

    private WeightQuantizer(sbyte[] weights, float[] scales, int[] bias, float[] biasScales)
    {
        (Weights, Scales, Bias, BiasScales) = (weights, scales, bias, biasScales);
    }

    /// <summary>The weights, output channel first, −127 to 127.</summary>
    public sbyte[] Weights { get; }

    /// <summary>The scale of each output channel.</summary>
    public float[] Scales { get; }

    /// <summary>The biases.</summary>
    public int[] Bias { get; }

    /// <summary>The scale of each bias.</summary>
    public float[] BiasScales { get; }

    /// <summary>Quantises a layer.</summary>
    /// <param name="layer">Its weights.</param>
    /// <param name="inputScale">The scale of its input.</param>
    /// <param name="outputScale">The scale of its output.</param>
    public static WeightQuantizer Quantize(LayerWeights layer, float inputScale, float outputScale)
    {
        var channels = layer.Dimensions[0];
        var result = new WeightQuantizer(new sbyte[layer.Values.Length], new float[channels], new int[channels], new float[channels]);
        for (var channel = 0; channel < channels; channel++)
        {
            var weights = layer.Channel(channel);
            var largest = 0f;
            foreach (var weight in weights)
            {
                largest = Math.Max(largest, Math.Abs(weight));
            }

            // A channel with tiny weights and a large bias needs a coarser scale, or its bias would not fit.
            var scale = Math.Max(largest / 127, Math.Abs(layer.Bias[channel]) / (inputScale * LargestBias));
            scale = ExactFactor(scale > 0 ? scale : 1f / 127, inputScale, outputScale);
            result.Scales[channel] = scale;
            for (var index = 0; index < weights.Length; index++)
            {
                result.Weights[channel * layer.ChannelSize + index] = (sbyte)Math.Clamp(MathF.Round(weights[index] / scale), -127, 127);
            }

            result.BiasScales[channel] = inputScale * scale;
            result.Bias[channel] = (int)Math.Round((double)layer.Bias[channel] / result.BiasScales[channel]);
        }

        return result;
    }

    /// <summary>
    /// The next larger weight scale at which the factor from accumulator to output is a multiple of 2^-33, so that the
    /// Cortex-M kernels' fastest requantisation is exact. It is a few units in the last place away.
    /// </summary>
    private static float ExactFactor(float scale, float inputScale, float outputScale)
    {
        var candidate = scale;
        for (var attempt = 0; attempt < 4096; attempt++)
        {
            if (double.IsInteger(Math.ScaleB((double)(inputScale * candidate / outputScale), 33)))
            {
                return candidate;
            }

            candidate = MathF.BitIncrement(candidate);
        }

        return scale;
    }

    /// <summary>The weights as a tensor of the layer's dimensions.</summary>
    public TensorProto WeightTensor(string name, LayerWeights layer) => TensorFactory.Int8(name, layer.Dimensions, Weights);
}
