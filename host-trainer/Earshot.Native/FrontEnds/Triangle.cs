using System.Runtime.InteropServices;

namespace Earshot.Native;

/// <summary>
/// One triangle of the filter bank, as docs/model-pack.md describes it: the bins from its peak to the next one's, and how
/// they divide between the two. Field by field <c>earshot_triangle</c>.
/// </summary>
/// <param name="FirstBin">First FFT bin at or above the peak.</param>
/// <param name="Bins">Number of bins below the next peak.</param>
/// <param name="RiseOffset">Weight of the first bin in the next triangle, in 1/2^32.</param>
/// <param name="RiseSlope">What each further bin adds to it.</param>
/// <param name="LevelWeight">A-weighting of power at the peak, in 1/2^31.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct Triangle(ushort FirstBin, ushort Bins, uint RiseOffset, uint RiseSlope, uint LevelWeight);
