using System.Runtime.CompilerServices;
using System.Threading;

namespace nanoFramework.Hardware.Stm32;

/// <summary>Standby: RAM is lost; backup memory, the real-time clock and its alarm stay.</summary>
public static class Power
{
    /// <summary>The pins that can wake the chip, as the datasheet numbers them.</summary>
    public enum WakeupPin
    {
        Pin1 = 1,
        Pin2 = 2,
        Pin3 = 3,
    }

    public enum WakeupReasonType
    {
        Undetermined = 0,
        FromStandby = 1,
        FromPin = 2,
    }

    public static extern WakeupReasonType WakeupReason
    {
        [MethodImpl(MethodImplOptions.InternalCall)]
        get;
    }

    /// <summary>Never returns: waking up is a restart.</summary>
    public static void EnterStandbyMode()
    {
        NativeEnterStandbyMode();
        Thread.Sleep(Timeout.Infinite);
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void DisableWakeupPin(WakeupPin pin = WakeupPin.Pin1);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void EnableWakeupPin(WakeupPin pin = WakeupPin.Pin1);

    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void NativeEnterStandbyMode();
}
