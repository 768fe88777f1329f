namespace Earshot.Training.Networks;

/// <summary>The elementwise sum of two layers of equal shape, then an activation.</summary>
public sealed record AddLayer : Layer
{
    /// <summary>What is applied to the sum.</summary>
    public Activation Activation { get; init; }
}
