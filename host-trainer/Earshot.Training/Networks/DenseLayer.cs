namespace Earshot.Training.Networks;

/// <summary>Flattens its input, multiplies it with a matrix, adds a bias or normalises, and activates.</summary>
public sealed record DenseLayer : Layer
{
    /// <summary>Elements of the flattened input.</summary>
    public required int InputSize { get; init; }

    /// <summary>The share of inputs that training drops at random, from 0 to below 1.</summary>
    public float DropoutRate { get; init; }

    /// <summary>Whether the result is batch-normalised; otherwise the layer has a bias.</summary>
    public bool Normalize { get; init; }

    /// <summary>What is applied to the result.</summary>
    public Activation Activation { get; init; }

    /// <inheritdoc/>
    public override long MultiplyAccumulates => (long)InputSize * Output.Channels;

    /// <inheritdoc/>
    public override int NormalizedChannels => Normalize ? Output.Channels : 0;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterShape> Parameters
    {
        get
        {
            var role = Activation == Activation.None ? ParameterRole.LinearWeights : ParameterRole.Weights;
            var weights = new ParameterShape($"{Name}.weights", [Output.Channels, InputSize], role, InputSize);
            var shift = new ParameterShape($"{Name}.shift", [Output.Channels], ParameterRole.Shift);
            return Normalize
                ? [weights, new ParameterShape($"{Name}.scale", [Output.Channels], ParameterRole.Scale), shift]
                : [weights, shift];
        }
    }
}
