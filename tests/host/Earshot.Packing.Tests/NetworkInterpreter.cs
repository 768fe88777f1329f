using Earshot.Packing.Format;
using Earshot.Packing.Network;

namespace Earshot.Packing.Tests;

/// <summary>Runs an imported network over one window as docs/model-pack.md says, without rings or plans.</summary>
internal static class NetworkInterpreter
{
    public static sbyte[] Logits(QuantizedNetwork network, ReadOnlySpan<sbyte> features)
    {
        Dictionary<NetworkTensor, sbyte[]> values = new() { [network.Input] = features.ToArray() };
        foreach (var layer in network.Layers)
        {
            values[layer.Output] = Run(layer, values);
            if (ReferenceEquals(layer.Output, network.Logits))
            {
                break;
            }
        }

        return values[network.Logits];
    }

    private static sbyte[] Run(NetworkLayer layer, Dictionary<NetworkTensor, sbyte[]> values)
    {
        var output = new sbyte[layer.Output.WindowBytes];
        var requantization = Requantization.Encode(layer.Factors);
        for (var time = 0; time < layer.Output.Columns; time++)
        {
            for (var frequency = 0; frequency < layer.Output.Frequency; frequency++)
            {
                for (var channel = 0; channel < layer.Output.Channels; channel++)
                {
                    var value = Value(layer, requantization, values, time, frequency, channel);
                    output[(time * layer.Output.Frequency + frequency) * layer.Output.Channels + channel] =
                        (sbyte)Math.Clamp(value, layer.ClampMinimum, layer.ClampMaximum);
                }
            }
        }

        return output;
    }

    private static long Value(
        NetworkLayer layer, Requantization scale, Dictionary<NetworkTensor, sbyte[]> values, int time, int frequency, int channel)
    {
        var input = layer.Inputs[0];
        int Zero(int index) => layer.Inputs[index].Parameters.ZeroPoint;
        int At(int index, int t, int f, int c) => values[layer.Inputs[index]][
            ((t + layer.Crops[index]) * layer.Inputs[index].Frequency + f) * layer.Inputs[index].Channels + c];
        var zero = layer.Output.Parameters.ZeroPoint;
        switch (layer.Operator)
        {
            case LayerOperator.Convolution or LayerOperator.Pointwise or LayerOperator.Dense or LayerOperator.Depthwise:
                var depthwise = layer.Operator == LayerOperator.Depthwise;
                long sum = layer.Bias[channel];
                foreach (var (kt, kf, t, f) in Taps(layer, time, frequency, all: true))
                {
                    var inside = t >= 0 && t < input.Columns && f >= 0 && f < input.Frequency;
                    if (depthwise)
                    {
                        var multiplier = layer.Output.Channels / input.Channels;
                        sum += (inside ? At(0, t, f, channel / multiplier) : Zero(0))
                            * layer.Weights[(kt * layer.Frequency.Kernel + kf) * layer.Output.Channels + channel];
                        continue;
                    }

                    for (var c = 0; c < input.Channels; c++)
                    {
                        var place = ((channel * layer.Time.Kernel + kt) * layer.Frequency.Kernel + kf) * input.Channels + c;
                        sum += (inside ? At(0, t, f, c) : Zero(0)) * layer.Weights[place];
                    }
                }

                return zero + ((sum * scale.Multipliers[channel] + (1L << (scale.Shift - 1))) >> scale.Shift);
            case LayerOperator.MaxPool:
                return Taps(layer, time, frequency, all: false).Max(tap => At(0, tap.Time, tap.Frequency, channel));
            case LayerOperator.AveragePool:
                var taps = Taps(layer, time, frequency, all: false).ToArray();
                var total = taps.Sum(tap => (long)At(0, tap.Time, tap.Frequency, channel) - Zero(0));
                return zero + Even(total * scale.Multipliers[scale.Multipliers.Length == 1 ? 0 : taps.Length - 1], scale.Shift);
            case LayerOperator.Add:
                return zero + Even(
                    (At(0, time, frequency, channel) - Zero(0)) * (long)scale.Multipliers[0]
                    + (At(1, time, frequency, channel) - Zero(1)) * (long)scale.Multipliers[1], scale.Shift);
            case LayerOperator.Concatenate:
                var size = layer.AlongFrequency ? input.Frequency : input.Channels;
                var place0 = layer.AlongFrequency ? frequency : channel;
                var from = place0 < size ? 0 : 1;
                var within = place0 - (from == 0 ? 0 : size);
                var source = layer.AlongFrequency ? At(from, time, within, channel) : At(from, time, frequency, within);
                return zero + Even((source - Zero(from)) * (long)scale.Multipliers[from], scale.Shift);
            case LayerOperator.Lookup:
                return layer.Weights[At(0, time, frequency, channel) + 128];
            default:
                throw new NotSupportedException(layer.Operator.ToString());
        }
    }

    private static IEnumerable<(int KernelTime, int KernelFrequency, int Time, int Frequency)> Taps(
        NetworkLayer layer, int time, int frequency, bool all)
    {
        for (var kt = 0; kt < layer.Time.Kernel; kt++)
        {
            for (var kf = 0; kf < layer.Frequency.Kernel; kf++)
            {
                var t = time * layer.Time.Stride - layer.Time.PadBegin + kt * layer.Time.Dilation;
                var f = frequency * layer.Frequency.Stride - layer.Frequency.PadBegin + kf * layer.Frequency.Dilation;
                if (all || (t >= 0 && t < layer.Inputs[0].Columns && f >= 0 && f < layer.Inputs[0].Frequency))
                {
                    yield return (kt, kf, t, f);
                }
            }
        }
    }

    private static long Even(long value, int shift)
    {
        var floor = value >> shift;
        var rest = value - (floor << shift);
        var half = 1L << (shift - 1);
        return rest > half || (rest == half && (floor & 1) == 1) ? floor + 1 : floor;
    }
}
