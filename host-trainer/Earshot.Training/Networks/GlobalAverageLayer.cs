namespace Earshot.Training.Networks;

/// <summary>The mean of each channel over all frames and bands.</summary>
public sealed record GlobalAverageLayer : Layer;
