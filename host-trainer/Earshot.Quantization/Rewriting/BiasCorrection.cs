using Earshot.Onnx;
using Earshot.Onnx.Proto;
using Earshot.Quantization.Execution;
using Earshot.Quantization.Preparation;
using DataType = Earshot.Onnx.Proto.TensorProto.Types.DataType;

namespace Earshot.Quantization.Rewriting;

/// <summary>
/// Takes the mean error that quantisation causes in each output channel out of its bias (empirical bias correction,
/// Nagel et al. 2019), layer by layer, each seeing the corrected layers before it.
/// </summary>
public static class BiasCorrection
{
    /// <summary>A copy of a prepared model with corrected biases.</summary>
    public static ModelProto Apply(
        ModelProto model, QuantizationPlan plan, IReadOnlyDictionary<string, QuantizationParameters> parameters, FeatureWindows windows,
        string origin, bool bandsFirst)
    {
        var corrected = model.Clone();
        string[] layers = [.. model.Graph.Node.Where(node => node.OpType is "Conv" or "Gemm").Select(node => node.Output[0])];
        var expected = Means(model, layers, windows, origin, bandsFirst);
        for (var layer = 0; layer < layers.Length; layer++)
        {
            var quantized = QdqWriter.Write(corrected, plan, parameters, origin);
            var place = quantized.Graph.Node.First(node => node.Output[0] == layers[layer] || node.Output[0] == $"{layers[layer]}_float").Output[0];
            var actual = Means(quantized, [place], windows, origin, bandsFirst)[0];
            var node = corrected.Graph.Node.First(candidate => candidate.Output[0] == layers[layer]);
            var weights = LayerWeights.Read(node, new GraphIndex(corrected.Graph));
            for (var channel = 0; channel < weights.Bias.Length; channel++)
            {
                weights.Bias[channel] += (float)(expected[layer][channel] - actual[channel]);
            }

            weights.Write(corrected.Graph, node);
        }

        GraphSimplifier.RemoveUnused(corrected.Graph);
        return corrected;
    }

    private static double[][] Means(
        ModelProto model, string[] tensors, FeatureWindows windows, string origin, bool bandsFirst)
    {
        using var runner = new ModelRunner(model, origin, tensors.Select(tensor => (tensor, DataType.Float)), bandsFirst);
        var sums = new double[tensors.Length][];
        var counts = new long[tensors.Length];
        runner.Run(windows, tensors, (_, count, values) =>
        {
            for (var index = 0; index < tensors.Length; index++)
            {
                var shape = values[index].GetTensorTypeAndShape().Shape;
                var (channels, inner) = ((int)shape[1], (int)shape.Skip(2).Aggregate(1L, (product, size) => product * size));
                sums[index] ??= new double[channels];
                counts[index] += count * inner;
                var data = values[index].GetTensorDataAsSpan<float>();
                for (var place = 0; place < data.Length; place++)
                {
                    sums[index][place / inner % channels] += data[place];
                }
            }
        });
        return [.. sums.Select((row, index) => row.Select(sum => sum / counts[index]).ToArray())];
    }
}
