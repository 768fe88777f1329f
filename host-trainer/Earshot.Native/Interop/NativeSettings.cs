using System.Runtime.InteropServices;

namespace Earshot.Native.Interop;

/// <summary><c>earshot_front_end_settings</c>, field by field.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct NativeSettings
{
    public uint SampleRate;
    public ushort FrameSamples;
    public ushort HopSamples;
    public ushort FftSize;
    public ushort Bands;
    public ushort Normalisation;
    public byte Shift;
    public sbyte ZeroPoint;
    public float PowerFloor;
    public int LevelStart;
    public uint LevelRate;
    public float* Window;
    public ushort* BandBins;
    public float* BandWeights;
    public uint BandWeightCount;
    public float* LevelWeights;
    public int* Means;
    public int* Multipliers;
}
