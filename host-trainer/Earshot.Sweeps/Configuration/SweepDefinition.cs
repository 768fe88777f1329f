using Earshot.Sweeps.Fronts;
using Earshot.Sweeps.Ranges;
using YamlDotNet.RepresentationModel;

namespace Earshot.Sweeps.Configuration;

/// <summary>A sweep as <c>sweep.yaml</c> describes it.</summary>
public sealed record SweepDefinition
{
    /// <summary>The sweep's name.</summary>
    public required string Name { get; init; }

    /// <summary>The experiment that is varied.</summary>
    public required YamlMappingNode Base { get; init; }

    /// <summary>The folder that relative paths in <see cref="Base"/> start from.</summary>
    public required string BaseFolder { get; init; }

    /// <summary>The keys that are varied, such as <c>training.learning-rate</c>, in the order of the file.</summary>
    public required IReadOnlyList<(string Key, ParameterRange Range)> Ranges { get; init; }

    /// <summary>How many random trials are drawn; null for every point of the grid.</summary>
    public int? RandomTrials { get; init; }

    /// <summary>Seed of the random trials.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What is maximised.</summary>
    public required AccuracyMetric Accuracy { get; init; }

    /// <summary>What is minimised.</summary>
    public required IReadOnlyList<CostMetric> Costs { get; init; }

    /// <summary>The file it was read from, for messages.</summary>
    public required string File { get; init; }
}
