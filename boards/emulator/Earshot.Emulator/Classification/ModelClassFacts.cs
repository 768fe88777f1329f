namespace Earshot.Emulator.Classification;

/// <summary>One class of a model.</summary>
/// <param name="Label">Its name.</param>
/// <param name="IsBackground">Whether it is never reported.</param>
/// <param name="OnThreshold">Smoothed score at which an event begins, 0 to 256.</param>
/// <param name="OffThreshold">Smoothed score below which it ends.</param>
/// <param name="MinimumMilliseconds">Shorter events are not reported.</param>
public sealed record ModelClassFacts(string Label, bool IsBackground, int OnThreshold, int OffThreshold, int MinimumMilliseconds);
