using System.Runtime.InteropServices;

namespace Earshot.Native.Interop;

/// <summary><c>earshot_model_info</c>, field by field.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeInfo
{
    public IntPtr Name;
    public IntPtr Details;
    public ushort Mode;
    public ushort Classes;
    public ushort Layers;
    public ushort WindowColumns;
    public ushort DecisionHop;
    public ushort BlockColumns;
    public uint SmoothingMs;
    public short QuietLevel;
    public sbyte FeatureZeroPoint;
    public sbyte LogitsZeroPoint;
    public float FeatureScale;
    public float LogitsScale;
    public uint SampleRate;
    public ushort FrameSamples;
    public ushort HopSamples;
    public ushort Bands;
}
