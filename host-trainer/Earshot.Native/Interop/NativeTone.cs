using System.Runtime.InteropServices;

namespace Earshot.Native.Interop;

/// <summary><c>earshot_tone</c>, field by field.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeTone
{
    public uint Phase;
    public uint Step;
    public uint Samples;
    public long Cosine;
    public long Sine;
    public long Sum;
    public ulong Squares;
}
