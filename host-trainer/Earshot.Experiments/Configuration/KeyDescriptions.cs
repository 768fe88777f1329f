using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Earshot.Training.Models;
using Earshot.Yaml;

namespace Earshot.Experiments.Configuration;

/// <summary>What each key means: the documentation comments of the options, which the compiler writes beside their assembly.</summary>
internal static partial class KeyDescriptions
{
    private static readonly Dictionary<Assembly, IReadOnlyDictionary<string, XElement>> Documents = [];

    /// <summary>The summary of an option, and the words it can be where it is one of several; empty where there is no file.</summary>
    internal static string Of(PropertyInfo property)
    {
        var summary = Text(property.DeclaringType!, $"P:{property.DeclaringType!.FullName}.{property.Name}");
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (!type.IsEnum)
        {
            return summary;
        }

        var words = Enum.GetNames(type).Select(name => $"{ConfigurationKeys.Name(name)}: {Text(type, $"F:{type.FullName}.{name}")}");
        return $"{summary} {string.Join(" ", words)}".Trim();
    }

    private static string Text(Type type, string member) =>
        Document(type.Assembly).TryGetValue(member, out var element) && element.Element("summary") is { } summary
            ? Blanks().Replace(string.Concat(summary.Nodes().Select(Text)), " ").Trim()
            : "";

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement element when element.Attribute("cref") is { } reference => Reference(reference.Value),
        XElement element => element.Value,
        _ => "",
    };

    /// <summary>A reference to an option is its key; one to the list of networks is the list.</summary>
    private static string Reference(string member)
    {
        var parts = member[2..].Split('.');
        return parts[^2..] is [nameof(ModelZoo), nameof(ModelZoo.Names)]
            ? string.Join(", ", ModelZoo.Names)
            : ConfigurationKeys.Name(parts[^1]);
    }

    private static IReadOnlyDictionary<string, XElement> Document(Assembly assembly)
    {
        lock (Documents)
        {
            if (!Documents.TryGetValue(assembly, out var members))
            {
                var file = Path.ChangeExtension(assembly.Location, ".xml");
                members = File.Exists(file)
                    ? XDocument.Load(file).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value)
                    : new Dictionary<string, XElement>();
                Documents[assembly] = members;
            }

            return members;
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
