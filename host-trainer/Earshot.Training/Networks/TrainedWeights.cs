namespace Earshot.Training.Networks;

/// <summary>What training found for a network.</summary>
/// <param name="Network">The network.</param>
/// <param name="Vector">Its weights, laid out by <see cref="ParameterLayout"/>.</param>
/// <param name="Statistics">The means of all normalised channels in the order of the layers, then their variances.</param>
public sealed record TrainedWeights(NetworkDefinition Network, float[] Vector, float[] Statistics);
