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
    public ushort TriangleCount;
    public ushort FirstBand;
    public ushort Kind;
    public ushort Normalisation;
    public byte Shift;
    public sbyte ZeroPoint;
    public int LogOffset;
    public int LogFloor;
    public int LevelOffset;
    public int LevelStart;
    public uint LevelRate;
    public int* Window;
    public Triangle* Triangles;
    public int* Means;
    public int* Multipliers;
}
