namespace Earshot.Packing.Import;

/// <summary>Turns ONNX weights [out, in / groups, first, second] into the order of the pack.</summary>
internal sealed record KernelShape(
    int Outputs, int Inputs, int Groups, int Time, int Frequency, int TimeAxis, int FrequencyAxis, bool BandsAreChannels)
{
    /// <summary>[time][frequency][out] for a depthwise layer, else [out][time][frequency][in].</summary>
    public sbyte[] Pack(QuantizedConstant weights, bool depthwise)
    {
        var packed = new sbyte[depthwise ? Time * Frequency * Outputs : Outputs * Time * Frequency * Inputs];
        var (inputsPerGroup, outputsPerGroup) = (Inputs / Groups, Outputs / Groups);
        for (var output = 0; output < Outputs; output++)
        {
            for (var time = 0; time < Time; time++)
            {
                for (var frequency = 0; frequency < Frequency; frequency++)
                {
                    for (var input = 0; input < inputsPerGroup; input++)
                    {
                        var value = (sbyte)weights.Values[Source(weights, output, input, time, frequency)];
                        var channel = output / outputsPerGroup * inputsPerGroup + input;
                        packed[depthwise
                            ? (time * Frequency + frequency) * Outputs + output
                            : ((output * Time + time) * Frequency + frequency) * Inputs + channel] = value;
                    }
                }
            }
        }

        return packed;
    }

    /// <summary>The sum of the weights of each output channel.</summary>
    public long[] Sums(QuantizedConstant weights)
    {
        var size = weights.Values.Length / Outputs;
        return [.. Enumerable.Range(0, Outputs).Select(output => weights.Values.AsSpan(output * size, size).ToArray().Sum())];
    }

    private int Source(QuantizedConstant weights, int output, int input, int time, int frequency)
    {
        var dimensions = weights.Dimensions;
        Span<int> spatial = stackalloc int[2];
        spatial[TimeAxis] = time;
        if (FrequencyAxis >= 0)
        {
            spatial[FrequencyAxis] = BandsAreChannels ? 0 : frequency;
        }

        var channel = BandsAreChannels ? frequency : input;
        var index = (output * dimensions[1] + channel) * dimensions[2] + spatial[0];
        return dimensions.Length > 3 ? index * dimensions[3] + spatial[1] : index;
    }
}
