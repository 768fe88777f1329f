namespace Earshot.Training.Networks;

/// <summary>
/// A network as its model file states it: layers in the order they run, the last of which gives the logits. It holds no
/// weights. Training and the deployed model are both made from it.
/// </summary>
/// <param name="Name">The model's name.</param>
/// <param name="Input">One channel, frames of a window, bands.</param>
/// <param name="Layers">The layers; each comes after those it reads.</param>
public sealed record NetworkDefinition(string Name, ImageShape Input, IReadOnlyList<Layer> Layers)
{
    /// <summary>The number of classes.</summary>
    public int Classes => Layers[^1].Output.Channels;

    /// <summary>Multiply-accumulates for one window.</summary>
    public long MultiplyAccumulates => Layers.Sum(layer => layer.MultiplyAccumulates);

    /// <summary>
    /// Weights of the deployed model, in bytes when they are int8: the weights proper, without biases, since batch
    /// normalisation folds into them.
    /// </summary>
    public int WeightBytes => Layers
        .SelectMany(layer => layer.Parameters)
        .Where(parameter => parameter.Role is ParameterRole.Weights or ParameterRole.LinearWeights)
        .Sum(parameter => parameter.Size);
}
