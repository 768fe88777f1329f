using Earshot.Sweeps.Configuration;
using YamlDotNet.RepresentationModel;

namespace Earshot.Sweeps.Trials;

/// <summary>Writes the experiment of a trial: the base with the trial's values put in.</summary>
internal static class ExperimentText
{
    // The name of the built-in dataset, which is no path.
    private const string BuiltIn = "synthetic";

    /// <summary>Keys whose values are paths that start at the experiment's file.</summary>
    private static readonly string[] PathKeys = ["dataset", "auxiliary", "teacher", "pretrained"];

    /// <summary>The YAML.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="trial">The trial.</param>
    /// <param name="folder">The folder that the experiment will stand in, from which its paths start then; null leaves them as they are.</param>
    /// <exception cref="InputException">A varied key leads through a single value of the base.</exception>
    public static string Of(SweepDefinition sweep, Trial trial, string? folder)
    {
        var experiment = (YamlMappingNode)Copy(sweep.Base);
        for (var i = 0; i < sweep.Ranges.Count; i++)
        {
            Set(sweep, experiment, sweep.Ranges[i].Key, trial.Values[i]);
        }

        if (folder is not null)
        {
            MovePaths(sweep, experiment, folder);
        }

        using var text = new StringWriter { NewLine = "\n" };
        new YamlStream(new YamlDocument(experiment)).Save(text, assignAnchors: false);
        return text.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>Relative paths stay relative, so that a sweep can be moved together with what it names.</summary>
    private static void MovePaths(SweepDefinition sweep, YamlMappingNode experiment, string folder)
    {
        foreach (var key in PathKeys)
        {
            if (YamlReader.Find(experiment, key) is { } value)
            {
                experiment.Children[new YamlScalarNode(key)] = value is YamlSequenceNode list
                    ? new YamlSequenceNode(list.Children.Select(item => Moved(sweep, item, folder)))
                    : Moved(sweep, value, folder);
            }
        }
    }

    private static YamlNode Moved(SweepDefinition sweep, YamlNode value, string folder)
    {
        if (value is not YamlScalarNode { Value: { Length: > 0 } path } || Path.IsPathRooted(path) || path == BuiltIn)
        {
            return value;
        }

        var target = Path.GetFullPath(Path.Combine(sweep.BaseFolder, path));
        return new YamlScalarNode(Path.GetRelativePath(Path.GetFullPath(folder), target).Replace('\\', '/'));
    }

    private static void Set(SweepDefinition sweep, YamlMappingNode at, string key, string value)
    {
        var names = key.Split('.');
        foreach (var name in names[..^1])
        {
            var next = YamlReader.Find(at, name);
            if (next is null)
            {
                next = new YamlMappingNode();
                at.Add(name, next);
            }

            at = next as YamlMappingNode ?? throw new InputException(
                sweep.File, $"ranges.{key}: '{name}' is a single value in the experiment, not a group of keys.", "Correct the key.");
        }

        at.Children[new YamlScalarNode(names[^1])] = new YamlScalarNode(value);
    }

    // Anchors make parts of a document one object, and changing one place would change them all.
    private static YamlNode Copy(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new YamlMappingNode(mapping.Children.Select(pair => KeyValuePair.Create(Copy(pair.Key), Copy(pair.Value)))),
        YamlSequenceNode list => new YamlSequenceNode(list.Children.Select(Copy)),
        YamlScalarNode scalar => new YamlScalarNode(scalar.Value) { Style = scalar.Style },
        _ => throw new InvalidOperationException($"A YAML node of the type {node.NodeType} cannot be copied."),
    };
}
