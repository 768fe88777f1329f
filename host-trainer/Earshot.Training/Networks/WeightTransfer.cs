using Earshot.Training.Randomness;

namespace Earshot.Training.Networks;

/// <summary>
/// Takes what a network has learnt of other sounds over to one with other classes (J. Yosinski et al., "How transferable are
/// features in deep neural networks?", 2014): every tensor of the same name and shape, and the statistics.
/// </summary>
internal static class WeightTransfer
{
    /// <summary>Weights to start from.</summary>
    /// <param name="network">The network to train.</param>
    /// <param name="source">What was learnt, of the same network with as many classes or others.</param>
    /// <param name="random">Draws the tensors that have another shape: those of the classes.</param>
    /// <exception cref="ArgumentException">They are of another network.</exception>
    internal static TrainedWeights Into(NetworkDefinition network, TrainedWeights source, RandomSource random)
    {
        var (to, from) = (new ParameterLayout(network), new ParameterLayout(source.Network));
        var known = from.Parameters.ToDictionary(parameter => parameter.Name);
        if (network.Name != source.Network.Name || !to.Parameters.Select(parameter => parameter.Name).SequenceEqual(known.Keys))
        {
            throw new ArgumentException($"{source.Network.Name} is not {network.Name}.", nameof(source));
        }

        var vector = to.Initialize(random);
        foreach (var parameter in to.Parameters)
        {
            var origin = known[parameter.Name];
            if (origin.Shape.SequenceEqual(parameter.Shape))
            {
                from.Read(source.Vector, origin).CopyTo(vector.AsSpan(to.Offset(parameter)));
            }
        }

        return new TrainedWeights(network, vector, source.Statistics);
    }
}
