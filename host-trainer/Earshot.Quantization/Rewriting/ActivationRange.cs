namespace Earshot.Quantization.Rewriting;

/// <summary>The real values that a tensor takes.</summary>
/// <param name="Minimum">The smallest.</param>
/// <param name="Maximum">The largest.</param>
public readonly record struct ActivationRange(float Minimum, float Maximum)
{
    /// <summary>The smallest range that holds both.</summary>
    public ActivationRange Union(ActivationRange other) => new(Math.Min(Minimum, other.Minimum), Math.Max(Maximum, other.Maximum));
}
