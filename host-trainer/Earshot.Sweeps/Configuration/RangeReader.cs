using Earshot.Sweeps.Ranges;
using YamlDotNet.RepresentationModel;

namespace Earshot.Sweeps.Configuration;

/// <summary>Reads the range of one key: a list, or a mapping with <c>linear</c>, <c>log</c> or <c>integers</c>.</summary>
internal static class RangeReader
{
    private const int MostValues = 10_000;
    private const string Forms = "Write a list [a, b], {linear: [low, high], count: n}, {log: [low, high], count: n} or {integers: [low, high], step: n}.";

    /// <summary>Reads it.</summary>
    /// <param name="yaml">The file.</param>
    /// <param name="key">The key whose range it is.</param>
    /// <param name="node">The range.</param>
    public static ParameterRange Read(YamlReader yaml, string key, YamlNode node)
    {
        var name = $"ranges.{key}";
        if (node is YamlSequenceNode list)
        {
            return List(yaml, name, list);
        }

        var mapping = node as YamlMappingNode ?? throw yaml.Error(node, $"{name} is a single value.", Forms);
        if (YamlReader.Find(mapping, "linear") is { } linear)
        {
            return Continuous(yaml, name, mapping, linear, isLogarithmic: false);
        }

        if (YamlReader.Find(mapping, "log") is { } logarithmic)
        {
            return Continuous(yaml, name, mapping, logarithmic, isLogarithmic: true);
        }

        if (YamlReader.Find(mapping, "integers") is { } integers)
        {
            return Integers(yaml, name, mapping, integers);
        }

        throw yaml.Error(node, $"{name} is no range.", Forms);
    }

    private static ListRange List(YamlReader yaml, string name, YamlSequenceNode list)
    {
        string[] values = [.. list.Children.Select(item => yaml.Text(item, name))];
        if (values.Length == 0)
        {
            throw yaml.Error(list, $"{name} is empty.", "List at least one value, or leave the key out.");
        }

        return values.GroupBy(value => value).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw yaml.Error(list, $"{name} has '{twice.Key}' twice.", "List every value once.")
            : new ListRange(values);
    }

    private static ContinuousRange Continuous(YamlReader yaml, string name, YamlMappingNode mapping, YamlNode ends, bool isLogarithmic)
    {
        yaml.Expect(mapping, name, isLogarithmic ? "log" : "linear", "count");
        var (low, high) = Ends(yaml, name, ends, yaml.Number);
        if (isLogarithmic && low <= 0)
        {
            throw yaml.Error(ends, $"{name} begins at {low}, where there is no logarithm.", "Let it begin above 0, or use linear.");
        }

        var count = YamlReader.Find(mapping, "count") is { } node ? yaml.Integer(node, $"{name}.count", 2, MostValues) : (int?)null;
        return new ContinuousRange(low, high, isLogarithmic, count);
    }

    private static IntegerRange Integers(YamlReader yaml, string name, YamlMappingNode mapping, YamlNode ends)
    {
        yaml.Expect(mapping, name, "integers", "step");
        var (low, high) = Ends(yaml, name, ends, (node, text) => yaml.Integer(node, text, -1_000_000_000, 1_000_000_000));
        var step = YamlReader.Find(mapping, "step") is { } node ? yaml.Integer(node, $"{name}.step", 1, 1_000_000_000) : 1;
        return ((long)high - low) / step < MostValues
            ? new IntegerRange(low, high, step)
            : throw yaml.Error(mapping, $"{name} has more than {MostValues} values.", "Take a larger step.");
    }

    private static (T Low, T High) Ends<T>(YamlReader yaml, string name, YamlNode node, Func<YamlNode, string, T> read)
        where T : IComparable<T>
    {
        var ends = yaml.List(node, name);
        if (ends.Children.Count != 2)
        {
            throw yaml.Error(node, $"{name} has {ends.Children.Count} ends.", "Give two: [low, high].");
        }

        var (low, high) = (read(ends.Children[0], name), read(ends.Children[1], name));
        return low.CompareTo(high) < 0
            ? (low, high)
            : throw yaml.Error(node, $"{name} goes from {ends.Children[0]} to {ends.Children[1]}.", "Give the lower end first, and two different ends.");
    }
}
