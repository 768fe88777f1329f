using Earshot.Onnx;
using Earshot.Onnx.Proto;
using Earshot.Onnx.Tensors;

namespace Earshot.Quantization.Preparation;

/// <summary>
/// The weights and bias of a Conv ([out, in / groups, …]) or of a Gemm ([out, in], whichever way the file stores them),
/// with the output channel first.
/// </summary>
public sealed class LayerWeights
{
    private LayerWeights(float[] values, int[] dimensions, float[] bias)
    {
        (Values, Dimensions, Bias) = (values, dimensions, bias);
    }

    /// <summary>The weights in row-major order, output channel first.</summary>
    public float[] Values { get; }

    /// <summary>The dimensions, output channel first.</summary>
    public int[] Dimensions { get; }

    /// <summary>One bias an output channel; zeros where the layer has none.</summary>
    public float[] Bias { get; }

    /// <summary>Weights of one output channel.</summary>
    public int ChannelSize => Values.Length / Dimensions[0];

    /// <summary>The weights of an output channel.</summary>
    public Span<float> Channel(int channel) => Values.AsSpan(channel * ChannelSize, ChannelSize);

    /// <summary>Multiplies the weights, not the bias, of an output channel.</summary>
    public void Scale(int channel, float factor)
    {
        foreach (ref var weight in Channel(channel))
        {
            weight *= factor;
        }
    }

    /// <summary>Reads the constant weights of a Conv or Gemm. A Gemm's alpha and beta are multiplied in.</summary>
    /// <exception cref="InvalidDataException">They are not constants, or their shape is not that of a layer.</exception>
    public static LayerWeights Read(NodeProto layer, GraphIndex index)
    {
        var tensor = index.Initializer(layer.Input[1])
            ?? throw new InvalidDataException($"the weights of '{layer.DisplayName()}' are not a constant.");
        var (values, dimensions) = (tensor.Floats(), tensor.Dimensions());
        var (alpha, beta) = (1f, 1f);
        if (layer.OpType == "Gemm")
        {
            (alpha, beta) = (layer.FloatAttribute("alpha", 1), layer.FloatAttribute("beta", 1));
            if (layer.IntegerAttribute("transB", 0) == 0)
            {
                (values, dimensions) = (Transpose(values, dimensions[0], dimensions[1]), [dimensions[1], dimensions[0]]);
            }
        }

        var bias = new float[dimensions[0]];
        if (layer.Input.Count > 2 && layer.Input[2].Length > 0)
        {
            var source = (index.Initializer(layer.Input[2])
                ?? throw new InvalidDataException($"the bias of '{layer.DisplayName()}' is not a constant.")).Floats();
            for (var channel = 0; channel < bias.Length; channel++)
            {
                bias[channel] = beta * source[source.Length == 1 ? 0 : channel];
            }
        }

        var weights = new LayerWeights(values, dimensions, bias);
        if (alpha != 1)
        {
            for (var channel = 0; channel < bias.Length; channel++)
            {
                weights.Scale(channel, alpha);
            }
        }

        return weights;
    }

    /// <summary>Gives the layer these weights as its own constants; a Gemm then has transB = 1 and no factors.</summary>
    public void Write(GraphProto graph, NodeProto layer)
    {
        var stem = layer.Output[0];
        var weight = AddConstant(graph, $"{stem}_weight", Dimensions, Values);
        var bias = AddConstant(graph, $"{stem}_bias", [Bias.Length], Bias);
        var input = layer.Input[0];
        layer.Input.Clear();
        layer.Input.AddRange([input, weight, bias]);
        if (layer.OpType == "Gemm")
        {
            layer.Attribute.Clear();
            layer.With("transB", 1);
        }
    }

    private static string AddConstant(GraphProto graph, string stem, int[] dimensions, float[] values)
    {
        var taken = graph.Initializer.Select(tensor => tensor.Name).ToHashSet();
        var name = stem;
        for (var suffix = 2; taken.Contains(name); suffix++)
        {
            name = $"{stem}_{suffix}";
        }

        graph.Initializer.Add(TensorFactory.Float(name, dimensions, values));
        return name;
    }

    private static float[] Transpose(float[] values, int rows, int columns)
    {
        var result = new float[values.Length];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                result[column * rows + row] = values[row * columns + column];
            }
        }

        return result;
    }
}
