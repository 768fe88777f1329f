namespace Earshot.Native;

/// <summary>One class of a model.</summary>
/// <param name="Label">Its name.</param>
/// <param name="IsBackground">Learnt but never reported, such as "unknown".</param>
/// <param name="OnThreshold">Smoothed probability at which an event begins, 0 to 1.</param>
/// <param name="OffThreshold">Smoothed probability below which it ends, 0 to <paramref name="OnThreshold"/>.</param>
/// <param name="MinimumDuration">Shorter events are not reported.</param>
public sealed record ModelClass(string Label, bool IsBackground, double OnThreshold, double OffThreshold, TimeSpan MinimumDuration);
