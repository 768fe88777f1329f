using Earshot.Onnx;
using Earshot.Onnx.Proto;
using Earshot.Packing.Network;

namespace Earshot.Packing.Import;

/// <summary>
/// Reads an int8 QDQ ONNX model, whoever made it, as the network that a pack holds: each float operator between its
/// DequantizeLinear and QuantizeLinear becomes one integer layer.
/// </summary>
public static class QdqImporter
{
    /// <summary>Imports a model.</summary>
    /// <param name="model">The model: int8 or uint8 activations, int8 weights per tensor or per output channel.</param>
    /// <param name="origin">The file, for errors.</param>
    /// <param name="timeAxis">Which image axis is time.</param>
    /// <exception cref="InputException">The model is not quantised, or uses what a pack cannot hold; names the node.</exception>
    public static QuantizedNetwork Import(ModelProto model, string origin, TimeAxis timeAxis = TimeAxis.Height)
    {
        if (model.Graph.Node.All(node => node.OpType is not ("QuantizeLinear" or "DequantizeLinear")))
        {
            throw new InputException(
                origin,
                model.Graph.Node.Any(node => node.OpType == "QLinearConv")
                    ? "it is quantised in the QOperator format (QLinearConv)."
                    : "it is a float model without QuantizeLinear nodes.",
                "Quantise it to int8 QDQ first: 'earshot train' writes such a model, and so does ONNX Runtime's quantize_static "
                + "with quant_format=QDQ.");
        }

        var simplified = GraphSimplifier.Simplify(model, origin);
        var context = new ImportContext(simplified, origin, timeAxis);
        try
        {
            FeatureImport.Import(context);
            foreach (var node in context.Model.Graph.Node)
            {
                if (!context.Handled.Contains(node))
                {
                    Visit(context, node);
                }
            }
        }
        catch (InvalidDataException exception)
        {
            throw new InputException(origin, exception.Message, "Export or quantise the model again.", exception);
        }

        var (logits, scores) = ScoreImport.Finish(context);
        var name = model.Graph.Name.Length > 0 ? model.Graph.Name : Path.GetFileNameWithoutExtension(origin);
        return NetworkPruning.Prune(new QuantizedNetwork(name, context.Tensors, context.Layers, logits, scores, context.Decisions));
    }

    private static void Visit(ImportContext context, NodeProto node)
    {
        switch (node.OpType)
        {
            case "QuantizeLinear" or "DequantizeLinear":
                Alias(context, node);
                break;
            case "Conv":
                ConvolutionImport.Import(context, node);
                break;
            case "Gemm" or "MatMul":
                DenseImport.Import(context, node);
                break;
            case "MaxPool" or "AveragePool":
                PoolImport.Import(context, node);
                break;
            case "GlobalMaxPool" or "GlobalAveragePool":
                PoolImport.ImportGlobal(context, node);
                break;
            case "ReduceMean" or "ReduceMax":
                PoolImport.ImportReduce(context, node);
                break;
            case "Add":
                JoinImport.ImportAdd(context, node);
                break;
            case "Concat":
                JoinImport.ImportConcat(context, node);
                break;
            case "Softmax":
                ScoreImport.ImportSoftmax(context, node);
                break;
            case "Pad":
                context.Values[node.Output[0]] = PadImport.Apply(context, node);
                break;
            case "Slice":
                context.Values[node.Output[0]] = LayoutImport.Slice(context, node);
                break;
            case var operation when LayoutImport.Handles(operation):
                context.Values[node.Output[0]] = LayoutImport.Apply(context, node, context.Value(node, 0));
                break;
            case var operation when LookupImport.Handles(operation):
                LookupImport.Import(context, node);
                break;
            default:
                throw context.Unsupported(node);
        }
    }

    private static void Alias(ImportContext context, NodeProto node)
    {
        if (context.Constants.IsConstant(node.Input[0]))
        {
            return;
        }

        var value = context.Value(node, 0);
        var parameters = context.Constants.Parameters(node);
        if (value.Tensor.Parameters != parameters)
        {
            value = node.OpType == "QuantizeLinear"
                ? LookupImport.Requantize(context, node, value, parameters)
                : throw context.Fail(node, "has another scale than the QuantizeLinear before it", "Quantise the model again.");
        }

        context.Values[node.Output[0]] = value;
    }
}
