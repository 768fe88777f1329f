namespace Earshot.Training.Networks;

/// <summary>A trained tensor.</summary>
/// <param name="Name">Its name, unique in the network.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Role">How it starts and whether it decays.</param>
/// <param name="FanIn">For weights, the number of inputs that one output sums over.</param>
public sealed record ParameterShape(string Name, IReadOnlyList<int> Shape, ParameterRole Role, int FanIn = 0)
{
    /// <summary>Where the tensor starts; null draws it as its role says.</summary>
    public IReadOnlyList<float>? Start { get; init; }

    /// <summary>The number of elements.</summary>
    public int Size => Shape.Aggregate(1, (product, dimension) => product * dimension);
}
