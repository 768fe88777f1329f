using Earshot.Emulator.Fleet;

namespace Earshot.Cli.Emulation;

/// <summary>What a fleet did, and how fast.</summary>
/// <param name="Fleet">The nodes.</param>
/// <param name="RealtimeFactor">Virtual seconds of the whole fleet for each second of the wall clock.</param>
/// <param name="ProcessorRealtimeFactor">The same for each second of processor time.</param>
/// <param name="PeakMemory">The most memory that the process has had resident, in bytes.</param>
/// <param name="WasCancelled">Whether it ended before its time.</param>
internal sealed record FleetRunResult(
    FleetResult Fleet, double RealtimeFactor, double ProcessorRealtimeFactor, long PeakMemory, bool WasCancelled);
