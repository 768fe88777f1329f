namespace Earshot.FieldTrials.Delivery;

/// <summary>What a node was like after many brown-outs.</summary>
public sealed record BrownOutResult
{
    /// <summary>How often the supply failed.</summary>
    public required int BrownOuts { get; init; }

    /// <summary>How many of them struck while the supply was away already or before the app had started, so that one start follows two.</summary>
    public required int BeforeStart { get; init; }

    /// <summary>How often the app started after the first time.</summary>
    public required int Starts { get; init; }

    /// <summary>Brown-outs that were planned and did not strike in two hours: which, when, and what the board did.</summary>
    public required IReadOnlyList<string> NeverCame { get; init; }

    /// <summary>Brown-outs after which the app died of an exception.</summary>
    public required IReadOnlyList<int> Dead { get; init; }

    /// <summary>What arrived.</summary>
    public required DeliveryFindings Findings { get; init; }

    /// <summary>How often the app came as far as listening.</summary>
    public required int Listened { get; init; }

    /// <summary>Settings by downlink whose answer arrived.</summary>
    public required int SettingsApplied { get; init; }

    /// <summary>Whether a status told of storage that fails or messages that were lost.</summary>
    public required bool StorageFailed { get; init; }

    /// <summary>Virtual time of it all.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Whether it booted every time, lost no acknowledged state and used no number twice.</summary>
    public bool IsMet => Findings.IsWhole && Starts == BrownOuts - BeforeStart && Dead.Count == 0 && NeverCame.Count == 0 && !StorageFailed;
}
