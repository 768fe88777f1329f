using Earshot.Onnx;
using Earshot.Onnx.Proto;
using Earshot.Onnx.Shapes;
using Earshot.Onnx.Tensors;

namespace Earshot.Quantization.Preparation;

/// <summary>
/// Multiplies batch normalisation into the weights and the bias of the convolution or dense layer before it. One that
/// follows another operator becomes a 1×1 depthwise convolution.
/// </summary>
public static class BatchNormalizationFolding
{
    /// <summary>Folds every BatchNormalization of a simplified model, in place.</summary>
    /// <exception cref="InputException">Its parameters are not constants.</exception>
    public static void Apply(ModelProto model, string origin)
    {
        var graph = model.Graph;
        foreach (var node in graph.Node.Where(node => node.OpType == "BatchNormalization").ToArray())
        {
            var index = new GraphIndex(graph);
            var (scale, shift) = Affine(node, index, origin);
            var producer = index.Producer(node.Input[0]);
            if (producer is { OpType: "Conv" or "Gemm" } && index.OnlyConsumer(node.Input[0]) == node
                && index.Initializer(producer.Input[1]) is not null)
            {
                Fold(graph, index, producer, scale, shift);
                producer.Output[0] = node.Output[0];
                graph.Node.Remove(node);
            }
            else
            {
                Convert(model, node, scale, shift, origin);
            }
        }
    }

    private static (float[] Scale, float[] Shift) Affine(NodeProto node, GraphIndex index, string origin)
    {
        var parameters = node.Input.Skip(1).Take(4).Select(index.Initializer).ToArray();
        if (parameters is not [{ } gammas, { } betas, { } means, { } variances])
        {
            throw new InputException(
                origin,
                $"node '{node.DisplayName()}' (BatchNormalization) has parameters that are not constants.",
                "Export the model for inference, not for training.");
        }

        var epsilon = node.FloatAttribute("epsilon", 1e-5f);
        var (gamma, beta, mean, variance) = (gammas.Floats(), betas.Floats(), means.Floats(), variances.Floats());
        var scale = new float[gamma.Length];
        var shift = new float[gamma.Length];
        for (var channel = 0; channel < scale.Length; channel++)
        {
            var factor = gamma[channel] / Math.Sqrt(variance[channel] + (double)epsilon);
            scale[channel] = (float)factor;
            shift[channel] = (float)(beta[channel] - mean[channel] * factor);
        }

        return (scale, shift);
    }

    private static void Fold(GraphProto graph, GraphIndex index, NodeProto layer, float[] scale, float[] shift)
    {
        var weights = LayerWeights.Read(layer, index);
        for (var channel = 0; channel < scale.Length; channel++)
        {
            weights.Scale(channel, scale[channel]);
            weights.Bias[channel] = weights.Bias[channel] * scale[channel] + shift[channel];
        }

        weights.Write(graph, layer);
    }

    private static void Convert(ModelProto model, NodeProto node, float[] scale, float[] shift, string origin)
    {
        var rank = ShapeInference.Run(model, origin).Shapes[node.Input[0]].Length;
        if (rank < 3)
        {
            throw new InputException(
                origin,
                $"node '{node.DisplayName()}' (BatchNormalization) does not follow a convolution or a dense layer.",
                "Place it directly behind one, where it can be folded into the weights.");
        }

        int[] kernel = [.. Enumerable.Repeat(1, rank - 2)];
        var weightName = $"{node.Output[0]}_weight";
        var biasName = $"{node.Output[0]}_bias";
        model.Graph.Initializer.Add(TensorFactory.Float(weightName, [scale.Length, 1, .. kernel], scale));
        model.Graph.Initializer.Add(TensorFactory.Float(biasName, [shift.Length], shift));
        node.OpType = "Conv";
        node.Attribute.Clear();
        node.With("group", scale.Length).With("kernel_shape", kernel);
        var input = node.Input[0];
        node.Input.Clear();
        node.Input.AddRange([input, weightName, biasName]);
    }
}
