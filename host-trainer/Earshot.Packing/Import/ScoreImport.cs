using Earshot.Onnx;
using Earshot.Onnx.Proto;
using Earshot.Onnx.Shapes;
using Earshot.Packing.Network;

namespace Earshot.Packing.Import;

/// <summary>The end of the network: logits and the probabilities made of them.</summary>
internal static class ScoreImport
{
    /// <summary>Probabilities in steps of 1/256, as the pack format fixes them.</summary>
    public static QuantizationParameters Parameters { get; } = new(1f / 256, sbyte.MinValue);

    public static void ImportSoftmax(ImportContext context, NodeProto node)
    {
        var input = context.WholeValue(node, 0);
        var layout = input.Layout.Normalized(input.Tensor);
        var axis = LayoutShapes.Axis(node.IntegerAttribute("axis", OnnxFile.OperatorSet(context.Model) < 13 ? 1 : -1), layout.Rank);
        if (input.Tensor.Columns * input.Tensor.Frequency != 1 || !layout.Holds(axis, PhysicalAxis.Channel, input.Tensor))
        {
            throw context.Fail(node, "does not run over the classes of one window", "Put Softmax behind the last dense layer only.");
        }

        var chain = context.ChainOrNull(node);
        if (chain is not null && chain.Parameters != Parameters)
        {
            context.Decisions.Add($"{node.DisplayName()}: probabilities are kept in steps of 1/256 instead of {chain.Parameters.Scale:G4}.");
        }

        var value = new ImportedValue(Append(context, node.DisplayName(), input.Tensor), layout);
        context.Scores = (value.Tensor, input.Tensor);
        if (chain is null)
        {
            context.Values[node.Output[0]] = value;
        }
        else
        {
            context.Publish(chain, value);
        }
    }

    /// <summary>Finds logits and scores; adds a softmax where the model ends with its logits.</summary>
    public static (NetworkTensor Logits, NetworkTensor Scores) Finish(ImportContext context)
    {
        if (context.Scores is { } found)
        {
            return (found.Logits, found.Scores);
        }

        var outputs = context.Model.Graph.Output.Select(output => context.Values.GetValueOrDefault(output.Name)).OfType<ImportedValue>().ToArray();
        if (outputs is not [var logits] || logits.Tensor.Columns * logits.Tensor.Frequency != 1)
        {
            throw new InputException(
                context.Origin,
                "its outputs are not one row of quantised class scores.",
                "End the model with one dense or pooled output [N, classes], with a QuantizeLinear behind it, and optionally Softmax.");
        }

        context.Decisions.Add("The model ends with logits; a softmax was added.");
        return (logits.Tensor, Append(context, "softmax", logits.Tensor));
    }

    private static NetworkTensor Append(ImportContext context, string name, NetworkTensor logits)
    {
        var tensor = context.AddTensor(new NetworkTensor($"{name}_scores", logits.Columns, logits.Frequency, logits.Channels, Parameters));
        context.Layers.Add(new NetworkLayer(name, LayerOperator.Softmax, [logits], tensor));
        return tensor;
    }
}
