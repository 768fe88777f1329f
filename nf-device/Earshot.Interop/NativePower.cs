using System.Runtime.CompilerServices;

namespace Earshot.Interop;

/// <summary>The chip's STOP mode, why it started, and its supply.</summary>
/// <remarks>
/// A negative result is an error, see <see cref="NativeStatus"/>. Standby, alarm and wake-up pins are those of
/// nanoFramework.Hardware.Stm32, a restart is nanoFramework.Runtime.Native.Power.RebootDevice.
/// </remarks>
public static class NativePower
{
    /// <summary>The longest time that <see cref="Stop"/> takes, in milliseconds: one day.</summary>
    public const int MaximumStop = 86400000;

    /// <summary><see cref="ResetCause"/>: the chip does not say.</summary>
    public const int CauseUnknown = 0;

    /// <summary><see cref="ResetCause"/>: the supply came up.</summary>
    public const int CausePowerOn = 1;

    /// <summary><see cref="ResetCause"/>: the supply fell below the brown-out threshold and came back.</summary>
    public const int CauseBrownOut = 2;

    /// <summary><see cref="ResetCause"/>: the reset pin.</summary>
    public const int CausePin = 3;

    /// <summary><see cref="ResetCause"/>: the program asked for it.</summary>
    public const int CauseSoftware = 4;

    /// <summary><see cref="ResetCause"/>: the independent watchdog was not fed.</summary>
    public const int CauseWatchdog = 5;

    /// <summary><see cref="ResetCause"/>: waking up from standby.</summary>
    public const int CauseStandbyWake = 6;

    /// <summary>
    /// Enters STOP mode: RAM and pins stay as they are, every clock but the real-time clock's stands still. So do all managed
    /// threads, timers, the microphone and the serial ports; bytes that arrive meanwhile are lost. Wakes up when the time has
    /// passed, at an interrupt of a pin, or at the real-time clock's alarm.
    /// </summary>
    /// <param name="milliseconds">From 1 to <see cref="MaximumStop"/>; 0 returns at once.</param>
    /// <returns>Milliseconds of STOP, the time until the clocks ran again included; or an error.</returns>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern int Stop(int milliseconds);

    /// <summary>Why the chip started last, as its reset flags said at the start.</summary>
    /// <returns><see cref="CauseUnknown"/> to <see cref="CauseStandbyWake"/>.</returns>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern int ResetCause();

    /// <summary>Measures the chip's supply against its internal reference voltage (VREFINT).</summary>
    /// <returns>Millivolts, or an error.</returns>
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern int SupplyMillivolts();
}
