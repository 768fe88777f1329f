namespace Earshot.Experiments.Results;

/// <summary>What a run's pack costs on a board.</summary>
public sealed record RunCost
{
    /// <summary><c>stream</c> or <c>window</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>Multiply-accumulates of one window.</summary>
    public required long Macs { get; init; }

    /// <summary>Multiply-accumulates of one second of sound as it is deployed.</summary>
    public required double MacsPerSecond { get; init; }

    /// <summary>Bytes of weights, biases and multipliers.</summary>
    public required int WeightsBytes { get; init; }

    /// <summary>Bytes of memory that the engine needs.</summary>
    public required int ArenaBytes { get; init; }

    /// <summary>Bytes of the pack in flash.</summary>
    public required int PackBytes { get; init; }
}
