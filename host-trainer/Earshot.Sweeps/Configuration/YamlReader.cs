using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Earshot.Sweeps.Configuration;

/// <summary>Reads a YAML file and says where what is wrong stands in it.</summary>
/// <param name="file">The file.</param>
internal sealed class YamlReader(string file)
{
    /// <summary>The file's mapping.</summary>
    /// <exception cref="InputException">The file is missing, not YAML, or not a mapping.</exception>
    public YamlMappingNode Load()
    {
        try
        {
            using var reader = new StreamReader(file);
            var stream = new YamlStream();
            stream.Load(reader);
            return stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode mapping
                ? mapping
                : throw new InputException(file, "it is not one mapping of keys to values.", "Compare it with the example that 'earshot sweep --help' shows.");
        }
        catch (YamlException exception)
        {
            throw new InputException(
                file,
                FormattableString.Invariant($"line {exception.Start.Line}: {exception.Message.TrimEnd('.')}."),
                "Correct the YAML there.",
                exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(file, $"it cannot be read ({exception.Message}).", "Name a YAML file that exists.", exception);
        }
    }

    /// <summary>An error at a place of the file.</summary>
    public InputException Error(YamlNode node, string problem, string remedy) =>
        new(file, FormattableString.Invariant($"line {node.Start.Line}: {problem}"), remedy);

    /// <summary>Refuses keys that are not known.</summary>
    public void Expect(YamlMappingNode mapping, string name, params string[] keys)
    {
        foreach (var key in mapping.Children.Keys)
        {
            if (!keys.Contains(Text(key, name)))
            {
                throw Error(key, $"{name} has an unknown key '{key}'.", $"Use {string.Join(", ", keys)}.");
            }
        }
    }

    /// <summary>The value of a key, or null.</summary>
    public static YamlNode? Find(YamlMappingNode mapping, string key) =>
        mapping.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;

    /// <summary>The value of a key that has to be there.</summary>
    public YamlNode Require(YamlMappingNode mapping, string key, string remedy) =>
        Find(mapping, key) ?? throw Error(mapping, $"the key '{key}' is missing.", remedy);

    /// <summary>A node as a mapping.</summary>
    public YamlMappingNode Mapping(YamlNode node, string name) =>
        node as YamlMappingNode ?? throw Error(node, $"{name} is not a mapping.", $"Give {name} keys of its own, indented below it.");

    /// <summary>A node as a list.</summary>
    public YamlSequenceNode List(YamlNode node, string name) =>
        node as YamlSequenceNode ?? throw Error(node, $"{name} is not a list.", "Write it in brackets: [a, b].");

    /// <summary>A node as one word or number.</summary>
    public string Text(YamlNode node, string name) =>
        (node as YamlScalarNode)?.Value ?? throw Error(node, $"{name} is not a single value.", "Give one word or number.");

    /// <summary>A node as a finite number.</summary>
    public double Number(YamlNode node, string name) =>
        double.TryParse(Text(node, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw Error(node, $"{name} is '{node}', not a number.", "Write numbers like 3, 0.05 or 1e-3.");

    /// <summary>A node as a whole number within bounds.</summary>
    public int Integer(YamlNode node, string name, int least, int most) =>
        int.TryParse(Text(node, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw Error(node, $"{name} is '{node}'.", FormattableString.Invariant($"Give a whole number from {least} to {most}."));
}
