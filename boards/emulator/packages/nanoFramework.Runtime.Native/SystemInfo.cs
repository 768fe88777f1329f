using System;
using System.Runtime.CompilerServices;

namespace nanoFramework.Runtime.Native;

/// <summary>What the firmware says about itself and its board.</summary>
public static class SystemInfo
{
    /// <summary>Where floating-point arithmetic is done.</summary>
    public enum FloatingPoint
    {
        None = 0,
        SinglePrecisionSoftware = 1,
        SinglePrecisionHardware = 2,
        DoublePrecisionSoftware = 3,
        DoublePrecisionHardware = 4,
    }

    public static Version Version
    {
        get
        {
            GetSystemVersion(out int major, out int minor, out int build, out int revision);
            return new Version(major, minor, build, revision);
        }
    }

    public static extern string OEMString
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    public static extern byte OEM
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    public static extern byte Model
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    public static extern ushort SKU
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    public static extern string TargetName
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    public static extern string Platform
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    public static FloatingPoint FloatingPointSupport => (FloatingPoint)GetNativeFloatingPointSupport();

    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void GetSystemVersion(out int major, out int minor, out int build, out int revision);

    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern byte GetNativeFloatingPointSupport();
}
