using Earshot.Emulator.Boards;
using Earshot.Emulator.Loading;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of nanoFramework.Runtime.Native.SystemInfo.</summary>
[NativeHalfOf("nanoFramework.Runtime.Native.SystemInfo")]
public static class RuntimeSystemInfo
{
    private const byte SinglePrecisionSoftware = 1;
    private const byte SinglePrecisionHardware = 2;

    /// <summary>The version of nanoCLR whose behaviour is emulated.</summary>
    public static void GetSystemVersion(ref int major, ref int minor, ref int build, ref int revision) =>
        (major, minor, build, revision) = (1, 17, 0, 0);

#pragma warning disable IDE1006 // Property accessors keep the name that IL knows them by.
    /// <summary>Who the firmware is from.</summary>
    public static string get_OEMString() => "nanoCLR running @ " + EmulatedBoard.Current.Description.Target;

    /// <summary>0, as targets without a number of their own have it.</summary>
    public static byte get_OEM() => 0;

    /// <summary>0, as targets without a number of their own have it.</summary>
    public static byte get_Model() => 0;

    /// <summary>0, as targets without a number of their own have it.</summary>
    public static ushort get_SKU() => 0;

    /// <summary>nanoFramework's name of the board.</summary>
    public static string get_TargetName() => EmulatedBoard.Current.Description.Target;

    /// <summary>The platform that all boards here are of.</summary>
    public static string get_Platform() => "STM32";
#pragma warning restore IDE1006

    /// <summary>Where floating-point arithmetic is done.</summary>
    public static byte GetNativeFloatingPointSupport() =>
        EmulatedBoard.Current.Description.Core is BoardCore.CortexM0 or BoardCore.CortexM3 ? SinglePrecisionSoftware : SinglePrecisionHardware;
}
