namespace Earshot.Payload;

/// <summary>The sound levels of a period, in dB(A).</summary>
public sealed record LevelsUplink : TimedUplink
{
    /// <summary>Length of the period.</summary>
    public required int Minutes { get; init; }

    /// <summary>Equivalent continuous level.</summary>
    public required double Laeq { get; init; }

    /// <summary>Level exceeded for 10 % of the time.</summary>
    public required double La10 { get; init; }

    /// <summary>Level exceeded for 90 % of the time.</summary>
    public required double La90 { get; init; }

    /// <summary>Highest level of a hop.</summary>
    public required double Maximum { get; init; }
}
