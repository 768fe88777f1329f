namespace Earshot.Training.Networks;

/// <summary>The channels of several layers of equal height and width, one after another.</summary>
public sealed record ConcatenationLayer : Layer;
