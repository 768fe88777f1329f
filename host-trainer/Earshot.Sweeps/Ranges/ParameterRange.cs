using Earshot.Training.Randomness;

namespace Earshot.Sweeps.Ranges;

/// <summary>The values that one key of an experiment may take in a sweep.</summary>
public abstract class ParameterRange
{
    /// <summary>The values of a grid, as they stand in YAML; null where the range is continuous and has no count.</summary>
    public abstract IReadOnlyList<string>? GridValues { get; }

    /// <summary>A random value, as it stands in YAML.</summary>
    public abstract string Sample(RandomSource random);
}
