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

    /// <summary>The network with its layers changed one by one; their inputs are those that were changed before.</summary>
    /// <param name="change">Gets each layer, in order, with its new inputs.</param>
    internal NetworkDefinition Map(Func<Layer, Layer> change)
    {
        var changed = new Dictionary<Layer, Layer>(ReferenceEqualityComparer.Instance);
        foreach (var layer in Layers)
        {
            changed.Add(layer, change(layer with { Inputs = [.. layer.Inputs.Select(input => changed[input])] }));
        }

        return this with { Layers = [.. Layers.Select(layer => changed[layer])] };
    }

    /// <summary>
    /// Weights of the deployed model, in bytes when they are int8: the weights proper, without biases, since batch
    /// normalisation folds into them.
    /// </summary>
    public int WeightBytes => Layers
        .SelectMany(layer => layer.Parameters)
        .Where(parameter => parameter.Role is ParameterRole.Weights or ParameterRole.LinearWeights)
        .Sum(parameter => parameter.Size);
}
