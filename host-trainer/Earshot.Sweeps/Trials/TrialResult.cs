using Earshot.Sweeps.Fronts;

namespace Earshot.Sweeps.Trials;

/// <summary>What a trial came to, as <c>result.json</c> in its folder holds it.</summary>
public sealed record TrialResult
{
    /// <summary>Clip accuracy of the float model on the validation fold at the chosen epoch, mean over the runs; 0 to 1.</summary>
    public required double ValidationAccuracy { get; init; }

    /// <summary>The loss at the same place.</summary>
    public required double ValidationLoss { get; init; }

    /// <summary>Runs (folds and seeds) that the means are over.</summary>
    public required int Runs { get; init; }

    /// <summary>Multiply-accumulates of one window.</summary>
    public required long Macs { get; init; }

    /// <summary>Multiply-accumulates of one second of sound as it is deployed.</summary>
    public required double MacsPerSecond { get; init; }

    /// <summary>Bytes of weights, biases and multipliers.</summary>
    public required long WeightsBytes { get; init; }

    /// <summary>Bytes of memory that the engine needs.</summary>
    public required long ArenaBytes { get; init; }

    /// <summary>Bytes of the pack in flash.</summary>
    public required long PackBytes { get; init; }

    /// <summary>Wall time in seconds, of all its runs.</summary>
    public required double Seconds { get; init; }

    /// <summary>One cost.</summary>
    public double Of(CostMetric cost) => cost switch
    {
        CostMetric.Macs => Macs,
        CostMetric.MacsPerSecond => MacsPerSecond,
        CostMetric.WeightsBytes => WeightsBytes,
        CostMetric.ArenaBytes => ArenaBytes,
        CostMetric.PackBytes => PackBytes,
        _ => throw new ArgumentOutOfRangeException(nameof(cost), cost, null),
    };

    /// <summary>What is maximised.</summary>
    public double Of(AccuracyMetric metric) => metric switch
    {
        AccuracyMetric.ValidationAccuracy => ValidationAccuracy,
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, null),
    };
}
