using Earshot.Packing.Format;
using Earshot.Packing.Network;

namespace Earshot.Packing.Tests.Support;

/// <summary>Runs an imported network over one window as docs/model-pack.md says, without rings or plans.</summary>
internal static class NetworkInterpreter
{
    public static sbyte[] Logits(QuantizedNetwork network, ReadOnlySpan<sbyte> features)
    {
        Dictionary<NetworkTensor, sbyte[]> values = new() { [network.Input] = features.ToArray() };
        foreach (var layer in network.Layers.Where(layer => layer.Operator != LayerOperator.Softmax))
        {
            values[layer.Output] = Run(layer, values);
        }

        return values[network.Logits];
    }

    private static sbyte[] Run(NetworkLayer layer, Dictionary<NetworkTensor, sbyte[]> values)
    {
        var output = new sbyte[layer.Output.WindowBytes];
        var scale = Requantization.Encode(layer.Factors);
        var inputs = layer.Inputs.Select((tensor, index) => new InputView(tensor, values[tensor], layer.Crops[index])).ToArray();
        var place = 0;
        for (var time = 0; time < layer.Output.Columns; time++)
        {
            for (var frequency = 0; frequency < layer.Output.Frequency; frequency++)
            {
                for (var channel = 0; channel < layer.Output.Channels; channel++)
                {
                    var value = Value(layer, scale, inputs, time, frequency, channel);
                    output[place++] = (sbyte)Math.Clamp(value, layer.ClampMinimum, layer.ClampMaximum);
                }
            }
        }

        return output;
    }

    private static long Value(NetworkLayer layer, Requantization scale, InputView[] inputs, int time, int frequency, int channel)
    {
        var zero = layer.Output.Parameters.ZeroPoint;
        var first = inputs[0];
        switch (layer.Operator)
        {
            case LayerOperator.Convolution or LayerOperator.Pointwise or LayerOperator.Dense or LayerOperator.Depthwise:
                var sum = Sum(layer, first, time, frequency, channel);
                return zero + ((sum * scale.Multipliers[channel] + (1L << (scale.Shift - 1))) >> scale.Shift);
            case LayerOperator.MaxPool:
                return Inside(layer, first, time, frequency, channel).Max();
            case LayerOperator.AveragePool:
                var taken = Inside(layer, first, time, frequency, channel);
                var total = taken.Sum(value => (long)value - first.Zero);
                return zero + Even(total * scale.Multipliers[scale.Multipliers.Length == 1 ? 0 : taken.Count - 1], scale.Shift);
            case LayerOperator.Add:
                return zero + Even(
                    (first[time, frequency, channel] - first.Zero) * (long)scale.Multipliers[0]
                    + (inputs[1][time, frequency, channel] - inputs[1].Zero) * (long)scale.Multipliers[1], scale.Shift);
            case LayerOperator.Concatenate:
                var size = layer.AlongFrequency ? first.Tensor.Frequency : first.Tensor.Channels;
                var along = layer.AlongFrequency ? frequency : channel;
                var from = along < size ? 0 : 1;
                along -= from * size;
                var source = layer.AlongFrequency ? inputs[from][time, along, channel] : inputs[from][time, frequency, along];
                return zero + Even((source - inputs[from].Zero) * (long)scale.Multipliers[from], scale.Shift);
            case LayerOperator.Lookup:
                return layer.Weights[first[time, frequency, channel] + 128];
            default:
                throw new NotSupportedException(layer.Operator.ToString());
        }
    }

    private static long Sum(NetworkLayer layer, InputView input, int time, int frequency, int channel)
    {
        var depthwise = layer.Operator == LayerOperator.Depthwise;
        var channels = depthwise ? 1 : input.Tensor.Channels;
        var from = depthwise ? channel / (layer.Output.Channels / input.Tensor.Channels) : 0;
        long sum = layer.Bias[channel];
        for (var kt = 0; kt < layer.Time.Kernel; kt++)
        {
            var t = time * layer.Time.Stride - layer.Time.PadBegin + kt * layer.Time.Dilation;
            for (var kf = 0; kf < layer.Frequency.Kernel; kf++)
            {
                var f = frequency * layer.Frequency.Stride - layer.Frequency.PadBegin + kf * layer.Frequency.Dilation;
                var inside = input.Has(t, f);
                var tap = kt * layer.Frequency.Kernel + kf;
                var weights = depthwise
                    ? tap * layer.Output.Channels + channel
                    : (channel * layer.Time.Kernel * layer.Frequency.Kernel + tap) * channels;
                for (var c = 0; c < channels; c++)
                {
                    sum += layer.Weights[weights + c] * (inside ? input[t, f, from + c] : input.Zero);
                }
            }
        }

        return sum;
    }

    private static List<sbyte> Inside(NetworkLayer layer, InputView input, int time, int frequency, int channel)
    {
        List<sbyte> values = [];
        for (var kt = 0; kt < layer.Time.Kernel; kt++)
        {
            var t = time * layer.Time.Stride - layer.Time.PadBegin + kt * layer.Time.Dilation;
            for (var kf = 0; kf < layer.Frequency.Kernel; kf++)
            {
                var f = frequency * layer.Frequency.Stride - layer.Frequency.PadBegin + kf * layer.Frequency.Dilation;
                if (input.Has(t, f))
                {
                    values.Add(input[t, f, channel]);
                }
            }
        }

        return values;
    }

    private static long Even(long value, int shift)
    {
        var floor = value >> shift;
        var rest = value - (floor << shift);
        var half = 1L << (shift - 1);
        return rest > half || (rest == half && (floor & 1) == 1) ? floor + 1 : floor;
    }

    private sealed record InputView(NetworkTensor Tensor, sbyte[] Values, int Crop)
    {
        public int Zero => Tensor.Parameters.ZeroPoint;

        public sbyte this[int time, int frequency, int channel] =>
            Values[((time + Crop) * Tensor.Frequency + frequency) * Tensor.Channels + channel];

        public bool Has(int time, int frequency) => time >= 0 && time < Tensor.Columns && frequency >= 0 && frequency < Tensor.Frequency;
    }
}
