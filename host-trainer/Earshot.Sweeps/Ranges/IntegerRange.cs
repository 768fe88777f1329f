using System.Globalization;
using Earshot.Training.Randomness;

namespace Earshot.Sweeps.Ranges;

/// <summary>Whole numbers from one to another in equal steps.</summary>
/// <param name="low">The first.</param>
/// <param name="high">None is above it.</param>
/// <param name="step">From one to the next, at least 1.</param>
public sealed class IntegerRange(int low, int high, int step) : ParameterRange
{
    private int Count => ((high - low) / step) + 1;

    /// <inheritdoc/>
    public override IReadOnlyList<string> GridValues => [.. Enumerable.Range(0, Count).Select(At)];

    /// <inheritdoc/>
    public override string Sample(RandomSource random) => At(random.NextInt(Count));

    private string At(int index) => (low + (index * step)).ToString(CultureInfo.InvariantCulture);
}
