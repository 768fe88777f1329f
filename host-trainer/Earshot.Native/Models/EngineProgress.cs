using System.Runtime.InteropServices;

namespace Earshot.Native;

/// <summary>What one call has done.</summary>
/// <param name="Hops">Frames that were completed.</param>
/// <param name="Decisions">Times the scores were renewed; when more than one, the scores are the latest.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct EngineProgress(uint Hops, uint Decisions);
