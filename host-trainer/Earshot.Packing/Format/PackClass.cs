namespace Earshot.Packing.Format;

/// <summary>One class of a pack.</summary>
/// <param name="Label">Its name, at least one character.</param>
/// <param name="IsBackground">Learnt but never reported ("unknown", "quiet").</param>
/// <param name="OnThreshold">Smoothed score at which an event begins, 0 to 256 in 1/256 of probability.</param>
/// <param name="OffThreshold">Smoothed score below which it ends, 0 to <paramref name="OnThreshold"/>.</param>
/// <param name="MinimumDurationMs">Shorter events are not reported.</param>
public sealed record PackClass(string Label, bool IsBackground = false, ushort OnThreshold = 128, ushort OffThreshold = 96, ushort MinimumDurationMs = 0);
