using System.Globalization;
using Earshot.Training.Randomness;

namespace Earshot.Sweeps.Ranges;

/// <summary>Numbers between two ends, spaced evenly or by a constant factor. Values have six significant digits.</summary>
/// <param name="low">The lower end, included; above 0 for a logarithmic range.</param>
/// <param name="high">The upper end, included.</param>
/// <param name="isLogarithmic">Whether values are spaced by a constant factor.</param>
/// <param name="count">How many values a grid takes, at least 2; null where only random search makes sense.</param>
public sealed class ContinuousRange(double low, double high, bool isLogarithmic, int? count) : ParameterRange
{
    /// <inheritdoc/>
    public override IReadOnlyList<string>? GridValues => count is { } values
        ? [.. Enumerable.Range(0, values).Select(index => At((double)index / (values - 1)))]
        : null;

    /// <inheritdoc/>
    public override string Sample(RandomSource random) => At((random.NextBits() >> 11) * Math.Pow(2, -53));

    private string At(double place)
    {
        var value = isLogarithmic ? low * Math.Pow(high / low, place) : low + ((high - low) * place);
        return value.ToString("G6", CultureInfo.InvariantCulture);
    }
}
