using Earshot.Training.Graphs;

namespace Earshot.Training.Networks;

/// <summary>Convolution, batch normalisation (in place of a bias) and activation.</summary>
public sealed record ConvolutionLayer : Layer
{
    /// <summary>Input channels.</summary>
    public required int InputChannels { get; init; }

    /// <summary>Frames that the kernel spans, before dilation.</summary>
    public required int KernelHeight { get; init; }

    /// <summary>Bands that the kernel spans, before dilation.</summary>
    public required int KernelWidth { get; init; }

    /// <summary>Stride, padding, dilation and groups.</summary>
    public required ConvolutionGeometry Geometry { get; init; }

    /// <summary>Where the weights start, in their order; null draws them.</summary>
    public IReadOnlyList<float>? StartWeights { get; init; }

    /// <summary>Whether the result is batch-normalised; otherwise the layer has a bias.</summary>
    public bool Normalize { get; init; } = true;

    /// <summary>What is applied to the result.</summary>
    public Activation Activation { get; init; } = Activation.Relu;

    /// <inheritdoc/>
    public override long MultiplyAccumulates => (long)Output.Size * FanIn;

    /// <inheritdoc/>
    public override int NormalizedChannels => Normalize ? Output.Channels : 0;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterShape> Parameters
    {
        get
        {
            int[] shape = [Output.Channels, InputChannels / Geometry.Groups, KernelHeight, KernelWidth];
            var role = Activation == Activation.None ? ParameterRole.LinearWeights : ParameterRole.Weights;
            var weights = new ParameterShape($"{Name}.weights", shape, role, FanIn) { Start = StartWeights };
            var shift = new ParameterShape($"{Name}.shift", [Output.Channels], ParameterRole.Shift);
            return Normalize
                ? [weights, new ParameterShape($"{Name}.scale", [Output.Channels], ParameterRole.Scale), shift]
                : [weights, shift];
        }
    }

    private int FanIn => InputChannels / Geometry.Groups * KernelHeight * KernelWidth;
}
