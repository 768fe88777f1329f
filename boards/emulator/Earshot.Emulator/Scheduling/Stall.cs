namespace Earshot.Emulator.Scheduling;

/// <summary>A time in which something that was ready had to wait.</summary>
/// <param name="Time">When it began, in nanoseconds of virtual time.</param>
/// <param name="Duration">How long it took, in nanoseconds.</param>
/// <param name="Reason">What the core was busy with.</param>
public sealed record Stall(long Time, long Duration, string Reason);
