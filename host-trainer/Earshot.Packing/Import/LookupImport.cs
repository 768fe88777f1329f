using Earshot.Onnx;
using Earshot.Onnx.Proto;
using Earshot.Packing.Network;

namespace Earshot.Packing.Import;

/// <summary>Functions of one value become a table of 256 results: activations that no layer can fuse, and changes of scale.</summary>
internal static class LookupImport
{
    public static bool Handles(string operation) =>
        operation is "Relu" or "Clip" or "LeakyRelu" or "Sigmoid" or "HardSigmoid" or "HardSwish" or "Tanh";

    public static void Import(ImportContext context, NodeProto node)
    {
        var input = context.WholeValue(node, 0);
        var function = Function(context, node);
        var final = node.OpType is "Sigmoid" && context.IsFinal(node);
        var chain = final ? context.ChainOrNull(node) : context.Chain(node);
        var parameters = final ? ScoreImport.Parameters : chain!.Parameters;
        var value = Emit(
            context, node.DisplayName(), input, chain?.Quantizer.Output[0] ?? node.Output[0], parameters,
            real => Math.Clamp(function(real), chain?.Minimum ?? float.NegativeInfinity, chain?.Maximum ?? float.PositiveInfinity));
        if (final)
        {
            context.Scores = (value.Tensor, input.Tensor);
        }

        if (chain is null)
        {
            context.Values[node.Output[0]] = value;
        }
        else
        {
            context.Publish(chain, value);
        }
    }

    /// <summary>Changes the scale of a value to that of a chain.</summary>
    public static ImportedValue Requantize(ImportContext context, NodeProto node, ImportedValue value, OutputChain chain) => Emit(
        context, $"{node.DisplayName()}_requantized", value, chain.Quantizer.Output[0], chain.Parameters,
        real => Math.Clamp(real, chain.Minimum, chain.Maximum));

    /// <summary>Changes the scale of a value to <paramref name="parameters"/>.</summary>
    public static ImportedValue Requantize(ImportContext context, NodeProto node, ImportedValue value, QuantizationParameters parameters) =>
        Emit(context, node.DisplayName(), value, node.Output[0], parameters, real => real);

    private static ImportedValue Emit(
        ImportContext context, string name, ImportedValue input, string output, QuantizationParameters parameters, Func<float, float> function)
    {
        var source = input.Tensor;
        var tensor = context.AddTensor(new NetworkTensor(output, source.Columns, source.Frequency, source.Channels, parameters));
        var table = new sbyte[256];
        for (var value = sbyte.MinValue; ; value++)
        {
            table[value + 128] = parameters.Quantize(function(source.Parameters.Dequantize(value)));
            if (value == sbyte.MaxValue)
            {
                break;
            }
        }

        context.Layers.Add(new NetworkLayer(name, LayerOperator.Lookup, [source], tensor) { Weights = table });
        return input with { Tensor = tensor };
    }

    private static Func<float, float> Function(ImportContext context, NodeProto node)
    {
        switch (node.OpType)
        {
            case "Relu" or "Clip":
                var (low, high) = OutputChain.Limits(context, node);
                return value => Math.Clamp(value, low, high);
            case "LeakyRelu":
                var slope = node.FloatAttribute("alpha", 0.01f);
                return value => value < 0 ? slope * value : value;
            case "Sigmoid":
                return value => 1 / (1 + MathF.Exp(-value));
            case "HardSigmoid":
                var (alpha, beta) = (node.FloatAttribute("alpha", 0.2f), node.FloatAttribute("beta", 0.5f));
                return value => Math.Clamp(alpha * value + beta, 0, 1);
            case "HardSwish":
                return value => value * Math.Clamp(value / 6 + 0.5f, 0, 1);
            case "Tanh":
                return MathF.Tanh;
            default:
                throw context.Unsupported(node);
        }
    }
}
