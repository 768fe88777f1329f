using System.Runtime.InteropServices;

namespace Earshot.Native;

/// <summary>How much of a tone there is in some sound; <c>earshot_tone_result</c>, field by field.</summary>
/// <param name="Level">Level of the tone in 1/256 dB; 0 is a sine of full scale.</param>
/// <param name="Ratio">The tone to everything else but the mean, in 1/256 dB.</param>
/// <param name="Samples">Samples that were heard.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct ToneReading(int Level, int Ratio, uint Samples);
