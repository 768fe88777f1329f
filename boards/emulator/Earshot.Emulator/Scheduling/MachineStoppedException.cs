namespace Earshot.Emulator.Scheduling;

/// <summary>
/// Unwinds a device thread whose board is switched off. Device code cannot outlive it: the meter throws it again in
/// whatever handler catches it.
/// </summary>
internal sealed class MachineStoppedException : Exception;
