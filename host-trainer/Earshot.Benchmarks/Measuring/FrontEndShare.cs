namespace Earshot.Benchmarks.Measuring;

/// <summary>What a model's front end costs.</summary>
/// <param name="Counts">One hop.</param>
/// <param name="Hop">The time from hop to hop.</param>
public sealed record FrontEndShare(InstructionCounts Counts, TimeSpan Hop);
