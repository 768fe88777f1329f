using Earshot.Training.Randomness;

namespace Earshot.Sweeps.Ranges;

/// <summary>Values that are listed one by one.</summary>
/// <param name="values">The values, at least one, no two the same.</param>
public sealed class ListRange(IReadOnlyList<string> values) : ParameterRange
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> GridValues => values;

    /// <inheritdoc/>
    public override string Sample(RandomSource random) => values[random.NextInt(values.Count)];
}
