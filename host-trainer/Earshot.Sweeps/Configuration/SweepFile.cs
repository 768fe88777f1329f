using Earshot.Sweeps.Fronts;
using Earshot.Sweeps.Ranges;
using YamlDotNet.RepresentationModel;

namespace Earshot.Sweeps.Configuration;

/// <summary>Reads <c>sweep.yaml</c>.</summary>
public static class SweepFile
{
    private const int MostTrials = 100_000;

    /// <summary>Reads a sweep and the experiment that it is based on.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">A file is missing or not YAML, a key is unknown, or a value is out of range.</exception>
    public static SweepDefinition Read(string path)
    {
        var yaml = new YamlReader(path);
        var root = yaml.Load();
        yaml.Expect(root, "the sweep", "name", "base", "ranges", "strategy", "objectives");
        var (experiment, folder) = Base(yaml, path, yaml.Require(root, "base", "Name an experiment's YAML file, or write the experiment below it."));
        var ranges = Ranges(yaml, yaml.Mapping(yaml.Require(root, "ranges", "Say which keys of the experiment vary."), "ranges"));
        var (random, seed) = Strategy(yaml, YamlReader.Find(root, "strategy"));
        var (accuracy, costs) = Objectives(yaml, YamlReader.Find(root, "objectives"));
        return new SweepDefinition
        {
            Name = YamlReader.Find(root, "name") is { } name ? yaml.Text(name, "name") : Path.GetFileNameWithoutExtension(path),
            Base = experiment,
            BaseFolder = folder,
            Ranges = ranges,
            RandomTrials = random,
            Seed = seed,
            Accuracy = accuracy,
            Costs = costs,
            File = path,
        };
    }

    private static (YamlMappingNode Experiment, string Folder) Base(YamlReader yaml, string path, YamlNode node)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (node is YamlMappingNode inline)
        {
            return (inline, folder);
        }

        var file = Path.Combine(folder, yaml.Text(node, "base"));
        return (new YamlReader(file).Load(), Path.GetDirectoryName(file)!);
    }

    private static (string Key, ParameterRange Range)[] Ranges(YamlReader yaml, YamlMappingNode mapping)
    {
        if (mapping.Children.Count == 0)
        {
            throw yaml.Error(mapping, "ranges is empty.", "Say which keys of the experiment vary.");
        }

        return [.. mapping.Children.Select(pair =>
        {
            var key = yaml.Text(pair.Key, "a key of ranges");
            return (key, RangeReader.Read(yaml, key, pair.Value));
        })];
    }

    private static (int? Random, ulong Seed) Strategy(YamlReader yaml, YamlNode? node)
    {
        if (node is null or YamlScalarNode { Value: "grid" })
        {
            return (null, 1);
        }

        var mapping = node as YamlMappingNode
            ?? throw yaml.Error(node, $"strategy is '{node}'.", "Write grid, or {random: 20, seed: 1}.");
        yaml.Expect(mapping, "strategy", "random", "seed");
        var random = yaml.Integer(yaml.Require(mapping, "random", "Say how many trials are drawn."), "strategy.random", 1, MostTrials);
        var seed = YamlReader.Find(mapping, "seed") is { } value ? yaml.Integer(value, "strategy.seed", 0, int.MaxValue) : 1;
        return (random, (ulong)seed);
    }

    private static (AccuracyMetric Accuracy, IReadOnlyList<CostMetric> Costs) Objectives(YamlReader yaml, YamlNode? node)
    {
        CostMetric[] defaults = [CostMetric.MacsPerSecond, CostMetric.WeightsBytes, CostMetric.ArenaBytes];
        if (node is null)
        {
            return (AccuracyMetric.ValidationAccuracy, defaults);
        }

        var mapping = yaml.Mapping(node, "objectives");
        yaml.Expect(mapping, "objectives", "accuracy", "costs");
        var accuracy = YamlReader.Find(mapping, "accuracy") is { } name
            ? Metric<AccuracyMetric>(yaml, name, "objectives.accuracy", " A fold that is reported must not choose anything.")
            : AccuracyMetric.ValidationAccuracy;
        if (YamlReader.Find(mapping, "costs") is not { } list)
        {
            return (accuracy, defaults);
        }

        CostMetric[] costs = [.. yaml.List(list, "objectives.costs").Children.Select(item => Metric<CostMetric>(yaml, item, "objectives.costs", ""))];
        return costs.Length > 0 && costs.Distinct().Count() == costs.Length
            ? (accuracy, costs)
            : throw yaml.Error(list, "objectives.costs is empty or names a cost twice.", "Name each cost once.");
    }

    private static T Metric<T>(YamlReader yaml, YamlNode node, string name, string reason)
        where T : struct, Enum
    {
        var known = Enum.GetValues<T>().ToDictionary(MetricName.Of);
        return known.TryGetValue(yaml.Text(node, name), out var metric)
            ? metric
            : throw yaml.Error(node, $"{name} is '{node}'.{reason}", $"Use {string.Join(", ", known.Keys)}.");
    }
}
