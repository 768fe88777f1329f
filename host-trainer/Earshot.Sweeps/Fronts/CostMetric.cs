namespace Earshot.Sweeps.Fronts;

/// <summary>What a sweep can minimise.</summary>
public enum CostMetric
{
    /// <summary>Multiply-accumulates of one window.</summary>
    Macs,

    /// <summary>Multiply-accumulates of one second of sound as it is deployed.</summary>
    MacsPerSecond,

    /// <summary>Bytes of weights, biases and multipliers.</summary>
    WeightsBytes,

    /// <summary>Bytes of memory that the engine needs.</summary>
    ArenaBytes,

    /// <summary>Bytes of the pack in flash.</summary>
    PackBytes,
}
