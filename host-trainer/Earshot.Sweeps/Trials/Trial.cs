using System.Globalization;

namespace Earshot.Sweeps.Trials;

/// <summary>One experiment of a sweep.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Values">The value of each varied key, as it stands in YAML, in the order of the sweep's keys.</param>
public sealed record Trial(int Number, IReadOnlyList<string> Values)
{
    /// <summary>Its number with leading zeros; the name of its folder.</summary>
    public string Name => Number.ToString("D4", CultureInfo.InvariantCulture);
}
