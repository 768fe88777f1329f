using Earshot.Onnx;
using Earshot.Onnx.Proto;

namespace Earshot.Quantization.Preparation;

/// <summary>
/// Brings a float network into the form that is quantised: batch normalisation folded into the layer before it, a
/// matrix product with its bias as one Gemm, zero padding inside the convolution, means over time and frequency as
/// global pooling.
/// </summary>
public static class InferenceGraph
{
    /// <summary>A prepared copy of a model; it computes the same function.</summary>
    /// <param name="model">A float ONNX model; it is not changed.</param>
    /// <param name="origin">The file, for errors.</param>
    /// <exception cref="InputException">The model uses an operator that is not supported.</exception>
    public static ModelProto Prepare(ModelProto model, string origin)
    {
        if (OnnxFile.OperatorSet(model) < 13)
        {
            throw new InputException(
                origin,
                $"it uses operator set {OnnxFile.OperatorSet(model)}, and quantising needs 13 or later.",
                "Export the model with opset 17.");
        }

        if (model.Graph.Node.Any(node => node.OpType is "QuantizeLinear" or "QLinearConv"))
        {
            throw new InputException(origin, "it is quantised already.", "Give the float model, or pack this one as it is.");
        }

        var prepared = GraphSimplifier.Simplify(model, origin);
        PaddingMerge.Apply(prepared.Graph);
        GemmForming.Apply(prepared, origin);
        PoolingForming.Apply(prepared, origin);
        ActivationReordering.Apply(prepared.Graph);
        BatchNormalizationFolding.Apply(prepared, origin);
        return GraphSimplifier.Simplify(prepared, origin);
    }
}
