using Earshot.Emulator.Power;

namespace Earshot.Emulator.Scenarios;

/// <summary>Another power state of the chip.</summary>
/// <param name="Seconds">Virtual time.</param>
/// <param name="State">The state that begins.</param>
public sealed record PowerNote(double Seconds, PowerState State);
