using Earshot.Training.Graphs;

namespace Earshot.Training.Networks;

/// <summary>Puts a network together layer by layer and works out the shapes.</summary>
public sealed class NetworkBuilder
{
    private readonly List<Layer> _layers = [];
    private readonly ImageShape _input;

    /// <summary>Starts a network for windows of some frames and bands.</summary>
    public NetworkBuilder(int frames, int bands) => _input = new ImageShape(1, frames, bands);

    /// <summary>The last layer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none yet.</exception>
    public Layer Last => _layers[^1];

    /// <summary>The shape of the last layer's output, or the input's when there is none.</summary>
    public ImageShape Current => Source(null).Shape;

    /// <summary>A convolution with batch normalisation and ReLU.</summary>
    /// <param name="channels">Output channels.</param>
    /// <param name="kernelHeight">Frames that the kernel spans.</param>
    /// <param name="kernelWidth">Bands that the kernel spans.</param>
    /// <param name="geometry">Stride, padding, dilation, groups.</param>
    /// <param name="from">The layer to read; the last one when null, or the input when there is none.</param>
    /// <param name="activation">What is applied to the result.</param>
    public Layer Convolution(
        int channels,
        int kernelHeight,
        int kernelWidth,
        ConvolutionGeometry? geometry = null,
        Layer? from = null,
        Activation activation = Activation.Relu)
    {
        var (inputs, shape) = Source(from);
        geometry ??= new ConvolutionGeometry();
        return Add(new ConvolutionLayer
        {
            Name = NextName("conv"),
            Inputs = inputs,
            InputChannels = shape.Channels,
            KernelHeight = kernelHeight,
            KernelWidth = kernelWidth,
            Geometry = geometry,
            Activation = activation,
            Output = Slide(shape, channels, kernelHeight, kernelWidth, geometry),
        });
    }

    /// <summary>A filter along time of the network's input, with batch normalisation but without activation.</summary>
    /// <param name="start">The weights to start with, one a frame; they are trained like any others.</param>
    /// <returns>One channel of the input's size; beyond its ends frames count as 0.</returns>
    public Layer FilterInput(IReadOnlyList<float> start)
    {
        var geometry = ConvolutionGeometry.Same(start.Count, 1);
        return Add(new ConvolutionLayer
        {
            Name = NextName("conv"),
            Inputs = [],
            InputChannels = _input.Channels,
            KernelHeight = start.Count,
            KernelWidth = 1,
            Geometry = geometry,
            StartWeights = start,
            Activation = Activation.None,
            Output = Slide(_input, 1, start.Count, 1, geometry),
        });
    }

    /// <summary>A convolution of each channel by itself, with batch normalisation and an activation.</summary>
    public Layer Depthwise(
        int kernelHeight,
        int kernelWidth,
        ConvolutionGeometry? geometry = null,
        Layer? from = null,
        Activation activation = Activation.Relu)
    {
        var channels = Source(from).Shape.Channels;
        var grouped = (geometry ?? new ConvolutionGeometry()) with { Groups = channels };
        return Convolution(channels, kernelHeight, kernelWidth, grouped, from, activation);
    }

    /// <summary>A 1 × 1 convolution with batch normalisation and an activation.</summary>
    public Layer Pointwise(int channels, Layer? from = null, Activation activation = Activation.Relu) =>
        Convolution(channels, 1, 1, from: from, activation: activation);

    /// <summary>Max pooling.</summary>
    public Layer MaximumPool(int kernelHeight, int kernelWidth, ConvolutionGeometry geometry, Layer? from = null) =>
        Pool(true, kernelHeight, kernelWidth, geometry, from);

    /// <summary>Average pooling.</summary>
    public Layer AveragePool(int kernelHeight, int kernelWidth, ConvolutionGeometry geometry, Layer? from = null) =>
        Pool(false, kernelHeight, kernelWidth, geometry, from);

    /// <summary>The mean over all frames and bands.</summary>
    public Layer GlobalAverage(Layer? from = null)
    {
        var (inputs, shape) = Source(from);
        return Add(new GlobalAverageLayer
        {
            Name = NextName("pool"),
            Inputs = inputs,
            Output = new ImageShape(shape.Channels, 1, 1),
        });
    }

    /// <summary>A dense layer over the flattened input.</summary>
    public Layer Dense(int outputs, Activation activation = Activation.None, float dropoutRate = 0, Layer? from = null)
    {
        var (inputs, shape) = Source(from);
        return Add(new DenseLayer
        {
            Name = NextName("dense"),
            Inputs = inputs,
            InputSize = shape.Size,
            DropoutRate = dropoutRate,
            Activation = activation,
            Output = new ImageShape(outputs, 1, 1),
        });
    }

    /// <summary>The sum of two layers.</summary>
    public Layer Add(Layer first, Layer second, Activation activation = Activation.None)
    {
        if (first.Output != second.Output)
        {
            throw new ArgumentException($"{first.Name} and {second.Name} have different shapes.");
        }

        return Add(new AddLayer
        {
            Name = NextName("add"),
            Inputs = [first, second],
            Activation = activation,
            Output = first.Output,
        });
    }

    /// <summary>The channels of several layers.</summary>
    public Layer Concatenate(params IReadOnlyList<Layer> layers)
    {
        if (layers.Any(layer => layer.Output with { Channels = 0 } != layers[0].Output with { Channels = 0 }))
        {
            throw new ArgumentException("Layers that differ in height or width cannot be concatenated.", nameof(layers));
        }

        return Add(new ConcatenationLayer
        {
            Name = NextName("concat"),
            Inputs = layers,
            Output = layers[0].Output with { Channels = layers.Sum(layer => layer.Output.Channels) },
        });
    }

    /// <summary>The finished definition.</summary>
    public NetworkDefinition Build(string name) => new(name, _input, [.. _layers]);

    private Layer Pool(bool isMaximum, int kernelHeight, int kernelWidth, ConvolutionGeometry geometry, Layer? from)
    {
        var (inputs, shape) = Source(from);
        return Add(new PoolingLayer
        {
            Name = NextName("pool"),
            Inputs = inputs,
            IsMaximum = isMaximum,
            KernelHeight = kernelHeight,
            KernelWidth = kernelWidth,
            Geometry = geometry,
            Output = Slide(shape, shape.Channels, kernelHeight, kernelWidth, geometry),
        });
    }

    private static ImageShape Slide(
        ImageShape shape, int channels, int kernelHeight, int kernelWidth, ConvolutionGeometry geometry) =>
        new(channels, geometry.OutputHeight(shape.Height, kernelHeight), geometry.OutputWidth(shape.Width, kernelWidth));

    private (IReadOnlyList<Layer> Inputs, ImageShape Shape) Source(Layer? from)
    {
        var source = from ?? _layers.LastOrDefault();
        return source is null ? ([], _input) : ([source], source.Output);
    }

    private string NextName(string kind) => $"{kind}{_layers.Count + 1}";

    private Layer Add(Layer layer)
    {
        _layers.Add(layer);
        return layer;
    }
}
