using Earshot.Emulator.Power;

namespace Earshot.Emulator.Scenarios;

/// <summary>A start of the app.</summary>
/// <param name="Seconds">Virtual time.</param>
/// <param name="Cause">Why the chip started.</param>
public sealed record BootNote(double Seconds, ResetCause Cause);
