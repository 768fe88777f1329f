namespace Earshot.Training.Networks;

/// <summary>One layer of a network, as its definition states it.</summary>
public abstract record Layer
{
    /// <summary>The layer's name, unique in its network.</summary>
    public required string Name { get; init; }

    /// <summary>The layers it reads; an empty list means the network's input.</summary>
    public required IReadOnlyList<Layer> Inputs { get; init; }

    /// <summary>The shape of its output.</summary>
    public required ImageShape Output { get; init; }

    /// <summary>Multiply-accumulates for one window.</summary>
    public virtual long MultiplyAccumulates => 0;

    /// <summary>The trained tensors of the layer, in the order they are stored.</summary>
    public virtual IReadOnlyList<ParameterShape> Parameters => [];

    /// <summary>Channels whose mean and variance are tracked during training; 0 for none.</summary>
    public virtual int NormalizedChannels => 0;
}
