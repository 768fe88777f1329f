using Earshot.Onnx;
using Earshot.Onnx.Proto;

namespace Earshot.Quantization;

/// <summary>Which tensors of a classifier hold its logits and, where the model computes them, its probabilities.</summary>
/// <param name="Logits">The input of the last Softmax, or the only output.</param>
/// <param name="Probabilities">The output of the last Softmax, or null.</param>
public sealed record ClassifierOutputs(string Logits, string? Probabilities)
{
    /// <summary>Finds them in a float or QDQ model.</summary>
    /// <exception cref="InputException">The model has several outputs and no Softmax.</exception>
    public static ClassifierOutputs Find(ModelProto model, string origin)
    {
        if (model.Graph.Node.LastOrDefault(node => node.OpType == "Softmax") is { } softmax)
        {
            return new ClassifierOutputs(softmax.Input[0], softmax.Output[0]);
        }

        return model.Graph.Output is [var only]
            ? new ClassifierOutputs(only.Name, null)
            : throw new InputException(
                origin,
                $"it has {model.Graph.Output.Count} outputs and no Softmax that tells which of them are the class scores.",
                "Export the model with one output, or with a Softmax at its end.");
    }

    /// <summary>The int8 tensor behind the logits of a QDQ model, and its scale and zero point.</summary>
    /// <exception cref="InputException">The logits are not quantised.</exception>
    public string QuantizedLogits(GraphProto graph, string origin)
    {
        var index = new GraphIndex(graph);
        if (index.Producer(Logits) is { OpType: "DequantizeLinear" } dequantizer)
        {
            return dequantizer.Input[0];
        }

        return index.Consumers(Logits).FirstOrDefault(node => node.OpType == "QuantizeLinear")?.Output[0]
            ?? throw new InputException(origin, $"its logits '{Logits}' are not quantised.", "Quantise the model's last layer too.");
    }
}
