using System.Collections;
using System.Text;
using Earshot.Yaml;

namespace Earshot.Experiments.Configuration;

/// <summary>Writes a configuration as YAML that <see cref="ExperimentFile"/> reads back, or as pairs of keys and values.</summary>
public static class ConfigurationWriter
{
    private const int Width = 120;

    /// <summary>All keys with their values.</summary>
    /// <param name="configuration">The values.</param>
    /// <param name="comments">Whether to explain every key.</param>
    public static string Yaml(ExperimentConfiguration configuration, bool comments)
    {
        var text = new StringBuilder();
        if (comments)
        {
            text.Append("# An experiment: earshot experiment FILE.yaml --out DIR\n# Every key may be left out, except 'dataset'; the values here are the defaults.\n");
        }

        Write(text, configuration, "", comments);
        WriteCandidates(text, configuration, comments);
        return text.ToString();
    }

    /// <summary>Every key with those above it, such as <c>training.epochs</c>, and its value.</summary>
    public static IReadOnlyDictionary<string, string> Settings(ExperimentConfiguration configuration)
    {
        var settings = new Dictionary<string, string>();
        Collect(settings, configuration, "");
        foreach (var candidate in configuration.Candidates)
        {
            foreach (var (key, value) in Changes(configuration, candidate))
            {
                settings[$"candidates.{candidate.Name}.{key}"] = value;
            }
        }

        return settings;
    }

    private static void Write(StringBuilder text, object options, string indent, bool comments)
    {
        foreach (var property in ExperimentKeys.Of(options.GetType()))
        {
            var value = property.GetValue(options);
            if (comments)
            {
                WriteComment(text, KeyDescriptions.Of(property), indent);
            }

            var key = ConfigurationKeys.Name(property.Name);
            if (value is null || ConfigurationKeys.IsValue(property.PropertyType))
            {
                text.Append($"{indent}{key}: {FormatValue(value)}\n");
            }
            else
            {
                text.Append($"{indent}{key}:\n");
                Write(text, value, indent + "  ", comments);
            }
        }
    }

    private static void WriteCandidates(StringBuilder text, ExperimentConfiguration configuration, bool comments)
    {
        if (comments)
        {
            WriteComment(text, KeyDescriptions.Of(typeof(ExperimentConfiguration).GetProperty(nameof(ExperimentConfiguration.Candidates))!), "");
            if (configuration.Candidates.Count == 0)
            {
                text.Append("# candidates:\n#   plain:\n#   longer:\n#     training:\n#       epochs: 120\n");
            }
        }

        if (configuration.Candidates.Count > 0)
        {
            text.Append("candidates:\n");
        }

        foreach (var candidate in configuration.Candidates)
        {
            text.Append($"  {candidate.Name}:\n");
            string[] open = [];
            foreach (var (key, value) in Changes(configuration, candidate))
            {
                var parts = key.Split('.');
                for (var depth = 0; depth < parts.Length; depth++)
                {
                    var isLast = depth == parts.Length - 1;
                    if (isLast || depth >= open.Length || !parts[..(depth + 1)].SequenceEqual(open[..(depth + 1)]))
                    {
                        text.Append($"{new string(' ', 4 + (2 * depth))}{parts[depth]}:{(isLast ? " " + value : "")}\n");
                    }
                }

                open = parts[..^1];
            }
        }
    }

    /// <summary>The keys in which a candidate differs from the experiment's own recipe.</summary>
    private static IEnumerable<(string Key, string Value)> Changes(ExperimentConfiguration configuration, Candidate candidate)
    {
        var own = new Dictionary<string, string>();
        var others = new Dictionary<string, string>();
        Collect(own, configuration, "");
        Collect(others, (configuration with { Candidates = [candidate] }).WithCandidate(candidate.Name), "");
        return others.Where(pair => !own.TryGetValue(pair.Key, out var value) || value != pair.Value).Select(pair => (pair.Key, pair.Value));
    }

    private static void Collect(Dictionary<string, string> settings, object options, string path)
    {
        foreach (var property in ExperimentKeys.Of(options.GetType()))
        {
            var key = path + ConfigurationKeys.Name(property.Name);
            var value = property.GetValue(options);
            if (value is null || ConfigurationKeys.IsValue(property.PropertyType))
            {
                settings[key] = FormatValue(value);
            }
            else
            {
                Collect(settings, value, key + ".");
            }
        }
    }

    private static string FormatValue(object? value) => value is IEnumerable list and not string
        ? $"[{string.Join(", ", list.Cast<object?>().Select(ScalarText.Format))}]"
        : ScalarText.Format(value);

    private static void WriteComment(StringBuilder text, string comment, string indent)
    {
        if (comment.Length == 0)
        {
            return;
        }

        if (indent.Length == 0)
        {
            text.Append('\n');
        }

        var line = new StringBuilder();
        foreach (var word in comment.Split(' '))
        {
            if (line.Length > 0 && indent.Length + 3 + line.Length + word.Length > Width)
            {
                text.Append($"{indent}# {line}\n");
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        text.Append($"{indent}# {line}\n");
    }
}
