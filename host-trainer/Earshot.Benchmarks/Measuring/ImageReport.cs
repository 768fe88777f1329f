using System.Globalization;

namespace Earshot.Benchmarks.Measuring;

/// <summary>What the measuring image printed: lines of a name and a number.</summary>
public sealed class ImageReport
{
    private readonly Dictionary<string, long> _values = [];

    /// <summary>Reads the lines; others than a name and a number are left out.</summary>
    public ImageReport(IEnumerable<string> lines)
    {
        foreach (var words in lines.Select(line => line.Trim().Split(' ')))
        {
            if (words.Length == 2 && long.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                _values[words[0]] = value;
            }
        }
    }

    /// <summary>Whether the board's memory was too small for the arena.</summary>
    public bool IsTooLarge => _values.GetValueOrDefault("too-large") == 1;

    /// <summary>Whether the core computed the same bits as this machine.</summary>
    public bool IsSame => this["same"] == 1;

    /// <summary>The number of that name.</summary>
    /// <exception cref="InvalidDataException">The image did not print it.</exception>
    public long this[string name] => _values.TryGetValue(name, out var value)
        ? value
        : throw new InvalidDataException($"The measuring image ended without printing '{name}'.");
}
