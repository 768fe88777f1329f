using Earshot.Onnx;
using Earshot.Onnx.Proto;
using Earshot.Training.Graphs;
using Earshot.Training.Networks;
using DataType = Earshot.Onnx.Proto.TensorProto.Types.DataType;

namespace Earshot.Training.Exporting;

/// <summary>Writes a trained network as the graph that is deployed.</summary>
internal sealed class InferenceLowering
{
    internal const string Features = "features";
    internal const string Logits = "logits";
    internal const string Probabilities = "probabilities";

    private readonly TrainedWeights _weights;
    private readonly OnnxGraphBuilder _graph;
    private readonly ParameterFolding _folding;
    private readonly HashSet<Layer> _vectors = new(ReferenceEqualityComparer.Instance);
    private int _flattened;

    internal InferenceLowering(TrainedWeights weights)
    {
        _weights = weights;
        _graph = new OnnxGraphBuilder(weights.Network.Name);
        _folding = new ParameterFolding(weights);
    }

    internal ModelProto Build()
    {
        var network = _weights.Network;
        _graph.Input(Features, DataType.Float, network.Input.Channels, network.Input.Height, network.Input.Width);
        foreach (var layer in network.Layers)
        {
            Lower(layer, layer == network.Layers[^1] ? Logits : layer.Name);
        }

        _graph.Node(node => node.Attribute.Add(OnnxAttribute.Of("axis", 1)), "Softmax", Probabilities, Logits);
        _graph.Output(Logits, network.Classes);
        _graph.Output(Probabilities, network.Classes);
        return _graph.Build();
    }

    private void Lower(Layer layer, string output)
    {
        switch (layer)
        {
            case ConvolutionLayer convolution:
                Activate(convolution.Activation, output, name => Convolve(convolution, name));
                break;
            case DenseLayer dense:
                Activate(dense.Activation, output, name => Multiply(dense, name));
                break;
            case PoolingLayer pool:
                Pool(pool, output);
                break;
            case GlobalAverageLayer:
                _graph.Node("GlobalAveragePool", output, Source(layer));
                break;
            case AddLayer add:
                Activate(add.Activation, output, name => _graph.Node("Add", name, add.Inputs[0].Name, add.Inputs[1].Name));
                break;
            case ConcatenationLayer:
                Concatenate(layer, output);
                break;
            default:
                throw new NotSupportedException($"There is no deployed form of {layer.GetType().Name}.");
        }
    }

    private void Convolve(ConvolutionLayer layer, string output)
    {
        var (weights, bias) = _folding.Fold(layer);
        var geometry = layer.Geometry;
        _graph.Constant($"{layer.Name}.weights", [.. layer.Parameters[0].Shape], weights);
        _graph.Constant($"{layer.Name}.bias", [bias.Length], bias);
        _graph.Node(
            node => node.Attribute.AddRange(
            [
                OnnxAttribute.Of("kernel_shape", [layer.KernelHeight, layer.KernelWidth]),
                OnnxAttribute.Of("strides", [geometry.StrideHeight, geometry.StrideWidth]),
                OnnxAttribute.Of("pads", [geometry.PadTop, geometry.PadLeft, geometry.PadBottom, geometry.PadRight]),
                OnnxAttribute.Of("dilations", [geometry.DilationHeight, geometry.DilationWidth]),
                OnnxAttribute.Of("group", geometry.Groups),
            ]),
            "Conv",
            output,
            Source(layer),
            $"{layer.Name}.weights",
            $"{layer.Name}.bias");
    }

    private void Multiply(DenseLayer layer, string output)
    {
        var (weights, bias) = _folding.Fold(layer);
        _graph.Constant($"{layer.Name}.weights", [.. layer.Parameters[0].Shape], weights);
        _graph.Constant($"{layer.Name}.bias", [bias.Length], bias);
        var flat = Flatten(Source(layer));
        _vectors.Add(layer);
        _graph.Node(
            node => node.Attribute.Add(OnnxAttribute.Of("transB", 1)),
            "Gemm",
            output,
            flat,
            $"{layer.Name}.weights",
            $"{layer.Name}.bias");
    }

    private void Concatenate(Layer layer, string output)
    {
        // Dense layers give vectors, all others images: where both meet, images of one element become vectors.
        var flat = layer.Inputs.Any(_vectors.Contains);
        string[] inputs = [.. layer.Inputs.Select(input => flat && !_vectors.Contains(input) ? Flatten(input.Name) : input.Name)];
        _graph.Node(node => node.Attribute.Add(OnnxAttribute.Of("axis", 1)), "Concat", output, inputs);
        if (flat)
        {
            _vectors.Add(layer);
        }
    }

    private string Flatten(string input) =>
        _graph.Node(
            node => node.Attribute.Add(OnnxAttribute.Of("axis", 1)), "Flatten", $"{input}.flat{_flattened++}", input);

    private void Pool(PoolingLayer layer, string output)
    {
        var geometry = layer.Geometry;
        _graph.Node(
            node => node.Attribute.AddRange(
            [
                OnnxAttribute.Of("kernel_shape", [layer.KernelHeight, layer.KernelWidth]),
                OnnxAttribute.Of("strides", [geometry.StrideHeight, geometry.StrideWidth]),
                OnnxAttribute.Of("pads", [geometry.PadTop, geometry.PadLeft, geometry.PadBottom, geometry.PadRight]),
            ]),
            layer.IsMaximum ? "MaxPool" : "AveragePool",
            output,
            Source(layer));
    }

    private void Activate(Activation activation, string output, Action<string> emit)
    {
        if (activation == Activation.None)
        {
            emit(output);
            return;
        }

        var before = $"{output}.linear";
        emit(before);
        switch (activation)
        {
            case Activation.Relu:
                _graph.Node("Relu", output, before);
                break;
            case Activation.LeakyRelu:
                _graph.Node(node => node.Attribute.Add(OnnxAttribute.Of("alpha", Activations.LeakySlope)), "LeakyRelu", output, before);
                break;
            default:
                _graph.Constant($"{output}.low", [], [0f]);
                _graph.Constant($"{output}.high", [], [6f]);
                _graph.Node("Clip", output, before, $"{output}.low", $"{output}.high");
                break;
        }
    }

    private static string Source(Layer layer) => layer.Inputs.Count == 0 ? Features : layer.Inputs[0].Name;
}
