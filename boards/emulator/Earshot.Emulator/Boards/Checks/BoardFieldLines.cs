using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Earshot.Emulator.Boards.Checks;

/// <summary>Finds the line of a field in a board's YAML.</summary>
/// <param name="yaml">The text, known to be YAML.</param>
internal sealed class BoardFieldLines(string yaml)
{
    /// <summary>The line of a field, or of the innermost field around it that is there.</summary>
    /// <param name="field">Such as <c>memory.flash_bytes</c> or <c>uarts[1].port</c>.</param>
    public long Of(string field)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        var node = stream.Documents[0].RootNode;
        var line = node.Start.Line;
        foreach (var step in field.Split('.', '['))
        {
            if (Next(node, step.TrimEnd(']')) is not { } next)
            {
                break;
            }

            (node, line) = next;
        }

        return line;
    }

    private static (YamlNode Node, long Line)? Next(YamlNode node, string step) => node switch
    {
        YamlMappingNode mapping => mapping.Children
            .Where(child => child.Key is YamlScalarNode name && name.Value == step)
            .Select(child => ((YamlNode, long)?)(child.Value, child.Key.Start.Line))
            .FirstOrDefault(),
        YamlSequenceNode sequence when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < sequence.Children.Count => (sequence.Children[index], sequence.Children[index].Start.Line),
        _ => null,
    };
}
