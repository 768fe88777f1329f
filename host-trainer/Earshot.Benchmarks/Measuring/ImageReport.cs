using System.Globalization;

namespace Earshot.Benchmarks.Measuring;

/// <summary>What a measuring image printed: lines of a name and a number.</summary>
public sealed class ImageReport
{
    private readonly Dictionary<string, long> _values = [];

    /// <summary>Reads the lines; others than a name and a number are left out.</summary>
    public ImageReport(IEnumerable<string> lines)
    {
        foreach (var line in lines.Select(line => line.Trim()))
        {
            var gap = line.LastIndexOf(' ');
            if (gap > 0 && long.TryParse(line.AsSpan(gap + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                _values[line[..gap]] = value;
            }
        }
    }

    /// <summary>Whether the board's memory was too small for the arena.</summary>
    public bool IsTooLarge => _values.GetValueOrDefault("too-large") == 1;

    /// <summary>The status with which the engine refused to start, or 0.</summary>
    public int Refusal => (int)-_values.GetValueOrDefault("refused");

    /// <summary>Whether the core computed the same bits as this machine.</summary>
    public bool IsSame => this["same"] == 1;

    /// <summary>The number of that name.</summary>
    /// <exception cref="InvalidDataException">The image did not print it.</exception>
    public long this[string name] => _values.TryGetValue(name, out var value)
        ? value
        : throw new InvalidDataException($"The measuring image ended without printing '{name}'.");
}
