namespace Earshot.Emulator.Scenarios.Expectations;

/// <summary>What became of an expectation.</summary>
/// <param name="Place">Where it stands, such as <c>lamp-post.yaml, line 12</c>.</param>
/// <param name="Expectation">What was expected.</param>
/// <param name="IsMet">Whether it was met.</param>
/// <param name="Time">The virtual time at which that was clear.</param>
/// <param name="Found">What there was instead, or what met it.</param>
public sealed record Verdict(string Place, string Expectation, bool IsMet, TimeSpan Time, string Found);
