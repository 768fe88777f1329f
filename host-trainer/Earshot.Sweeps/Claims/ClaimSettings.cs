namespace Earshot.Sweeps.Claims;

/// <summary>How workers tell a claim that is held from one whose worker has died.</summary>
public sealed record ClaimSettings
{
    /// <summary>How often a worker says that it is alive.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>A claim without a sign of life for this long is abandoned, unless its worker is seen to have ended earlier.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(3);
}
