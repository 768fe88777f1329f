using System.Runtime.CompilerServices;

namespace System.Device.Spi;

/// <summary>What a bus can do; frequencies in hertz.</summary>
public sealed class SpiBusInfo
{
    // The firmware reads this field by name: keep the name.
#pragma warning disable IDE0052
    private readonly int _controllerId;
#pragma warning restore IDE0052

    internal SpiBusInfo(int busId) => _controllerId = busId;

    public int MaxClockFrequency => NativeMaxClockFrequency();

    public int MinClockFrequency => NativeMinClockFrequency();

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern int NativeMaxClockFrequency();

    [MethodImpl(MethodImplOptions.InternalCall)]
    private extern int NativeMinClockFrequency();
}
