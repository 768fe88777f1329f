using Earshot.Onnx;
using Earshot.Training.Exporting;
using Earshot.Training.Graphs;
using Earshot.Training.Networks;

namespace Earshot.Training.Optimization;

/// <summary>
/// Emits a network's forward pass for training, with the statistics of the batch. Between layers the channels come first,
/// [channels, batch, height, width]: then a pointwise convolution is one matrix product, a depthwise one a product a
/// channel, and the statistics of a channel lie in one piece.
/// </summary>
internal sealed class NetworkLowering
{
    private readonly GraphBuilder _graph;
    private readonly Tensor _features;
    private readonly int _batch;
    private readonly Dictionary<Layer, Tensor> _outputs = new(ReferenceEqualityComparer.Instance);
    private readonly List<Tensor> _means = [];
    private readonly List<Tensor> _variances = [];
    private readonly List<Tensor> _parameters = [];
    private readonly ParameterLayout _layout;
    private readonly Tensor _weights;
    private readonly IReadOnlyDictionary<string, QuantizationParameters>? _grids;

    /// <summary>Emits the forward pass.</summary>
    /// <param name="network">The network.</param>
    /// <param name="features">[batch, 1, frames, bands].</param>
    /// <param name="weights">The vector that <see cref="ParameterLayout"/> describes.</param>
    /// <param name="grids">The int8 grids of the tensors by their names in the deployed model; null to compute in float.</param>
    internal NetworkLowering(
        NetworkDefinition network,
        Tensor features,
        Tensor weights,
        IReadOnlyDictionary<string, QuantizationParameters>? grids = null)
    {
        _grids = grids;
        _graph = features.Graph;
        _batch = features.Shape[0];
        _features = Quantize(
            features.Reshape(network.Input.Channels, _batch, network.Input.Height, network.Input.Width), InferenceLowering.Features);
        _weights = weights;
        _layout = new ParameterLayout(network);
        foreach (var layer in network.Layers)
        {
            var name = layer == network.Layers[^1] ? InferenceLowering.Logits : layer.Name;
            _outputs.Add(layer, Quantize(Lower(layer), name));
        }

        Logits = _outputs[network.Layers[^1]].Reshape(network.Classes, _batch).Transpose(1, 0);
    }

    /// <summary>[batch, classes].</summary>
    internal Tensor Logits { get; }

    /// <summary>The trained tensors, each cut from the vector, in its order.</summary>
    internal IReadOnlyList<Tensor> Parameters => _parameters;

    /// <summary>Inputs that a run supplies: 0 or 1 / (1 − rate) for each element that dropout may drop.</summary>
    internal List<DropoutMask> DropoutMasks { get; } = [];

    /// <summary>The batch's means of all normalised channels, then their variances; null when there are none.</summary>
    internal Tensor? Statistics => _means.Count == 0 ? null : Shaping.Concat([.. _means, .. _variances], 0);

    private Tensor Lower(Layer layer) => layer switch
    {
        ConvolutionLayer convolution => Lower(convolution),
        DenseLayer dense => Lower(dense),
        PoolingLayer { IsMaximum: true } pool => Source(pool).MaxPool(pool.KernelHeight, pool.KernelWidth, pool.Geometry),
        PoolingLayer pool => Source(pool).AveragePool(pool.KernelHeight, pool.KernelWidth, pool.Geometry),
        GlobalAverageLayer => Source(layer).GlobalAveragePool(),
        AddLayer add => Activate(_outputs[add.Inputs[0]] + _outputs[add.Inputs[1]], add.Activation),
        ConcatenationLayer => Shaping.Concat([.. layer.Inputs.Select(input => _outputs[input])], 0),
        _ => throw new NotSupportedException($"There is no training form of {layer.GetType().Name}."),
    };

    private Tensor Lower(ConvolutionLayer layer)
    {
        var parameters = Cut(layer);
        var convolved = Convolve(Source(layer), parameters[0], layer);
        return layer.Normalize
            ? Normalize(convolved, parameters, layer.Activation)
            : Activate(convolved + parameters[1].Reshape(layer.Output.Channels, 1, 1, 1), layer.Activation);
    }

    private static Tensor Convolve(Tensor source, Tensor weights, ConvolutionLayer layer)
    {
        int inputs = source.Shape[0], batch = source.Shape[1], outputs = layer.Output.Channels;
        var geometry = layer.Geometry;
        if (geometry.Groups == inputs && outputs == inputs)
        {
            return source.DepthwiseConvolve(weights, geometry);
        }

        if (layer.KernelHeight == 1 && layer.KernelWidth == 1 && geometry.Groups == 1 && geometry.IsPlain)
        {
            return LinearAlgebra.Gemm(weights.Reshape(outputs, inputs), source.Reshape(inputs, source.Size / inputs))
                .Reshape(outputs, batch, source.Shape[2], source.Shape[3]);
        }

        return source.Transpose(1, 0, 2, 3).Conv2d(weights, geometry).Transpose(1, 0, 2, 3);
    }

    private Tensor Lower(DenseLayer layer)
    {
        var parameters = Cut(layer);
        var flat = Source(layer).Transpose(0, 2, 3, 1).Reshape(layer.InputSize, _batch);
        if (layer.DropoutRate > 0)
        {
            var mask = _graph.Input($"{layer.Name}.dropout", flat.Shape);
            DropoutMasks.Add(new DropoutMask(mask.Name, mask.Size, layer.DropoutRate));
            flat = flat.Dropout(mask);
        }

        var product = LinearAlgebra.Gemm(parameters[0], flat).Reshape(layer.Output.Channels, _batch, 1, 1);
        return layer.Normalize
            ? Normalize(product, parameters, layer.Activation)
            : Activate(product + parameters[1].Reshape(layer.Output.Channels, 1, 1, 1), layer.Activation);
    }

    private Tensor Normalize(Tensor tensor, IReadOnlyList<Tensor> parameters, Activation activation)
    {
        var channels = tensor.Shape[0];
        var count = tensor.Size / channels;
        var (output, mean, variance) = tensor.Reshape(1, channels, count).BatchNormalize(parameters[1], parameters[2]);
        _means.Add(mean);
        // Inference sees one window at a time, so it gets the unbiased estimate.
        _variances.Add(variance * (count / Math.Max(1f, count - 1)));
        // Right behind it the activation becomes a part of the normalisation.
        return Activate(output, activation).Reshape(tensor.Shape);
    }

    private static Tensor Activate(Tensor tensor, Activation activation) => activation switch
    {
        Activation.Relu => tensor.Relu(),
        Activation.Relu6 => tensor.Relu6(),
        Activation.LeakyRelu => tensor.LeakyRelu(Activations.LeakySlope),
        _ => tensor,
    };

    private Tensor Source(Layer layer) => layer.Inputs.Count == 0 ? _features : _outputs[layer.Inputs[0]];

    /// <summary>Rounds to the tensor's grid. Layers that only move values have none: they keep their input's.</summary>
    private Tensor Quantize(Tensor tensor, string name) =>
        _grids is not null && _grids.TryGetValue(name, out var grid) ? tensor.QuantizeActivation(grid) : tensor;

    private Tensor[] Cut(Layer layer)
    {
        Tensor[] parameters = [.. layer.Parameters.Select(parameter =>
        {
            var start = _layout.Offset(parameter);
            var tensor = _weights.Slice(0, start, start + parameter.Size).Reshape(parameter.Shape);
            tensor.RequiresGradient = true;
            return tensor;
        })];
        _parameters.AddRange(parameters);
        if (_grids is not null)
        {
            parameters[0] = parameters[0].QuantizeWeights();
        }

        return parameters;
    }
}
