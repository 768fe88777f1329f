using Earshot.Training.Graphs;
using Earshot.Training.Networks;

namespace Earshot.TrainingThroughput;

/// <summary>A layer as network.py builds it. Pairs are time and frequency; padding is before and after, of time, then of frequency.</summary>
internal sealed record LayerDescription
{
    public required string Name { get; init; }

    public required string Kind { get; init; }

    public required IEnumerable<string> Inputs { get; init; }

    public int Channels { get; init; }

    public int InputChannels { get; init; }

    public int[] Kernel { get; init; } = [];

    public int[] Stride { get; init; } = [];

    public int[] Dilation { get; init; } = [];

    public int[] Padding { get; init; } = [];

    public int Groups { get; init; }

    public bool Normalize { get; init; }

    public string Activation { get; init; } = nameof(Earshot.Training.Networks.Activation.None);

    public float DropoutRate { get; init; }

    internal static LayerDescription Of(Layer layer)
    {
        var description = new LayerDescription
        {
            Name = layer.Name,
            Kind = layer.GetType().Name,
            Inputs = layer.Inputs.Select(input => input.Name),
            Channels = layer.Output.Channels,
        };
        return layer switch
        {
            ConvolutionLayer convolution => Window(description, convolution.KernelHeight, convolution.KernelWidth, convolution.Geometry) with
            {
                InputChannels = convolution.InputChannels,
                Groups = convolution.Geometry.Groups,
                Normalize = convolution.Normalize,
                Activation = convolution.Activation.ToString(),
            },
            PoolingLayer { IsMaximum: true } pool => Window(description, pool.KernelHeight, pool.KernelWidth, pool.Geometry) with { Kind = "MaximumLayer" },
            PoolingLayer pool => Window(description, pool.KernelHeight, pool.KernelWidth, pool.Geometry) with { Kind = "AverageLayer" },
            DenseLayer dense => description with
            {
                InputChannels = dense.InputSize,
                Normalize = dense.Normalize,
                Activation = dense.Activation.ToString(),
                DropoutRate = dense.DropoutRate,
            },
            AddLayer add => description with { Activation = add.Activation.ToString() },
            _ => description,
        };
    }

    private static LayerDescription Window(LayerDescription description, int height, int width, ConvolutionGeometry geometry) => description with
    {
        Kernel = [height, width],
        Stride = [geometry.StrideHeight, geometry.StrideWidth],
        Dilation = [geometry.DilationHeight, geometry.DilationWidth],
        Padding = [geometry.PadTop, geometry.PadBottom, geometry.PadLeft, geometry.PadRight],
    };
}
