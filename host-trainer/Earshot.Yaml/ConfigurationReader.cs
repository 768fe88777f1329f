using System.Reflection;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Earshot.Yaml;

/// <summary>Sets a record's options from the keys of a YAML mapping; what a mapping leaves out keeps its value.</summary>
/// <param name="file">The file, for errors.</param>
/// <param name="template">The command that prints all keys, for errors.</param>
/// <param name="isKey">Says which options of a record a file may set; null for all.</param>
public sealed class ConfigurationReader(string file, string template, Predicate<PropertyInfo>? isKey = null)
{
    private readonly Dictionary<string, long> _lines = [];

    /// <summary>Parses a file's text; its root must be a mapping.</summary>
    /// <exception cref="InputException">It is no YAML, or has no keys.</exception>
    public YamlMappingNode Parse(string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException exception)
        {
            throw Error(
                exception.Start,
                $"it is not valid YAML ({exception.Message}).",
                "Correct the line; keys are indented with blanks, and no key comes twice.",
                exception);
        }

        return stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root
            ? root
            : throw new InputException(file, "it has no keys.", $"'{template}' prints a file to start from.");
    }

    /// <summary>Reads a mapping.</summary>
    /// <param name="node">The mapping; an empty scalar counts as an empty mapping.</param>
    /// <param name="defaults">The values of keys that are left out.</param>
    /// <param name="path">The mapping's own key with a dot behind it, or nothing.</param>
    /// <param name="others">Keys that are read elsewhere.</param>
    /// <exception cref="InputException">A key is unknown, or a value is of the wrong type.</exception>
    public object Read(YamlNode node, object defaults, string path, params string[] others)
    {
        // Records are copied by the method that 'with' calls.
        var copy = defaults.GetType().GetMethod("<Clone>$")!.Invoke(defaults, null)!;
        if (IsNothing(node))
        {
            return copy;
        }

        if (node is not YamlMappingNode mapping)
        {
            throw Error(node.Start, $"'{path.TrimEnd('.')}' has a value of its own.", "Give it keys, indented below it.");
        }

        var properties = ConfigurationKeys.Of(copy.GetType(), isKey).ToDictionary(property => ConfigurationKeys.Name(property.Name));
        foreach (var (keyNode, value) in mapping.Children)
        {
            var key = (keyNode as YamlScalarNode)?.Value ?? "";
            _lines[path + key] = keyNode.Start.Line;
            if (properties.TryGetValue(key, out var property))
            {
                property.SetValue(copy, ReadProperty(property, value, copy, path + key));
            }
            else if (!others.Contains(key))
            {
                throw Unknown(keyNode.Start, path + key, key, [.. properties.Keys, .. others]);
            }
        }

        return copy;
    }

    /// <summary>Where the user set a key, for errors: the file and, if the key is in it, its line.</summary>
    public string Place(string key) => _lines.TryGetValue(key, out var line) ? Place(line) : file;

    /// <summary>The key, among those below some paths, whose option has a name in C#; null when there is none.</summary>
    public static string? KeyOf(string property, object options, string path, Predicate<PropertyInfo>? isKey = null)
    {
        foreach (var candidate in ConfigurationKeys.Of(options.GetType(), isKey))
        {
            var key = path + ConfigurationKeys.Name(candidate.Name);
            if (candidate.Name == property)
            {
                return key;
            }

            if (!ConfigurationKeys.IsValue(candidate.PropertyType)
                && candidate.GetValue(options) is { } nested
                && KeyOf(property, nested, key + ".", isKey) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>An error at a place in the file.</summary>
    public InputException Error(Mark at, string problem, string remedy, Exception? cause = null) =>
        new(Place(at.Line), problem, remedy, cause);

    /// <summary>An unknown key, with the one that may have been meant.</summary>
    public InputException Unknown(Mark at, string path, string key, IReadOnlyCollection<string> known)
    {
        var nearest = ConfigurationKeys.Nearest(key, known);
        return Error(
            at,
            $"unknown key '{path}'.",
            nearest is null
                ? $"The keys here are: {string.Join(", ", known)}. '{template}' prints them all."
                : $"Did you mean '{nearest}'? '{template}' prints all keys.");
    }

    public static bool IsNothing(YamlNode node) => node is YamlScalarNode { Value: null or "" or "~" or "null", Style: ScalarStyle.Plain };

    private object? ReadProperty(PropertyInfo property, YamlNode value, object owner, string path)
    {
        if (!ConfigurationKeys.IsValue(property.PropertyType))
        {
            var present = property.GetValue(owner)
                ?? Activator.CreateInstance(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)!;
            return Read(value, present, path + ".");
        }

        return ConfigurationKeys.IsList(property.PropertyType)
            ? ReadList(property.PropertyType, value, path)
            : ReadScalar(property.PropertyType, value, path);
    }

    private Array ReadList(Type type, YamlNode value, string path)
    {
        var item = type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[0];
        if (!ConfigurationKeys.IsValue(item))
        {
            return ReadMappings(item, value, path);
        }

        YamlNode[] nodes = value switch
        {
            YamlSequenceNode sequence => [.. sequence.Children],
            YamlScalarNode { Value: "all", Style: ScalarStyle.Plain } when path == "folds" => [],
            _ when IsNothing(value) => [],
            YamlScalarNode { Value: "" } when item == typeof(string) => [],
            YamlScalarNode => [value],
            _ => throw Error(value.Start, $"'{path}' is not a list.", $"Write it as {(item == typeof(string) ? "[one, two]" : "[1, 2, 3]")}."),
        };
        var list = Array.CreateInstance(item, nodes.Length);
        for (var i = 0; i < nodes.Length; i++)
        {
            list.SetValue(ReadScalar(item, nodes[i], path), i);
        }

        return list;
    }

    private Array ReadMappings(Type item, YamlNode value, string path)
    {
        if (value is not YamlSequenceNode && !IsNothing(value))
        {
            throw Error(value.Start, $"'{path}' is not a list.", "Begin each entry with a dash: '- key: value'.");
        }

        YamlNode[] nodes = value is YamlSequenceNode sequence ? [.. sequence.Children] : [];
        var list = Array.CreateInstance(item, nodes.Length);
        for (var i = 0; i < nodes.Length; i++)
        {
            var place = FormattableString.Invariant($"{path}[{i}]");
            _lines[place] = nodes[i].Start.Line;
            list.SetValue(Read(nodes[i], Activator.CreateInstance(item)!, place + "."), i);
        }

        return list;
    }

    private object? ReadScalar(Type type, YamlNode value, string path)
    {
        var plain = Nullable.GetUnderlyingType(type);
        if (IsNothing(value))
        {
            return plain is not null ? null
                : type == typeof(string) ? ""
                : throw Error(value.Start, $"'{path}' has no value.", $"Give it {ScalarText.Describe(type)}, or leave the key out.");
        }

        if (value is not YamlScalarNode { Value: { } text })
        {
            throw Error(value.Start, $"'{path}' has more than one value.", $"Give it {ScalarText.Describe(plain ?? type)}.");
        }

        return ScalarText.TryParse(plain ?? type, text, out var result)
            ? result
            : throw Error(value.Start, $"'{path}' is '{text}'.", $"Give it {ScalarText.Describe(plain ?? type)}.");
    }

    private string Place(long line) => FormattableString.Invariant($"{file}, line {line}");
}
