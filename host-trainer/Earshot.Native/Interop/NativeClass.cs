using System.Runtime.InteropServices;

namespace Earshot.Native.Interop;

/// <summary><c>earshot_class</c>, field by field.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeClass
{
    public IntPtr Label;
    public ushort LabelBytes;
    public ushort Kind;
    public ushort OnThreshold;
    public ushort OffThreshold;
    public ushort MinimumDurationMs;
}
