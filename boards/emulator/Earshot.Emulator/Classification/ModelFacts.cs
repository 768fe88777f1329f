namespace Earshot.Emulator.Classification;

/// <summary>What a model pack says of itself, as far as device code can ask.</summary>
public sealed record ModelFacts
{
    /// <summary>The model's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its classes, in the order of the scores.</summary>
    public required IReadOnlyList<ModelClassFacts> Classes { get; init; }

    /// <summary>Samples a second.</summary>
    public required int SampleRate { get; init; }

    /// <summary>Samples from one hop to the next.</summary>
    public required int HopSamples { get; init; }

    /// <summary>Samples of one frame.</summary>
    public required int FrameSamples { get; init; }

    /// <summary>Hops that one decision looks back on.</summary>
    public required int WindowHops { get; init; }

    /// <summary>Hops from one decision to the next.</summary>
    public required int DecisionHops { get; init; }

    /// <summary>Time constant for smoothing scores, in milliseconds.</summary>
    public required int SmoothingMilliseconds { get; init; }

    /// <summary>Hops below it are quiet, in 1/256 dB of a full-scale sine.</summary>
    public required int QuietLevel { get; init; }

    /// <summary>Multiply-accumulates of the network for one decision.</summary>
    public required long MultiplyAccumulates { get; init; }

    /// <summary>Bytes of arena.</summary>
    public required long ArenaBytes { get; init; }
}
