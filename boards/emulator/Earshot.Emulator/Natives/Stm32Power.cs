using Earshot.Emulator.Loading;

namespace Earshot.Emulator.Natives;

/// <summary>The native half of nanoFramework.Hardware.Stm32.Power.</summary>
[NativeHalfOf("nanoFramework.Hardware.Stm32.Power")]
public static class Stm32Power
{
#pragma warning disable IDE1006 // Property accessors keep the name that IL knows them by.
    /// <summary>Why the chip woke up.</summary>
    public static int get_WakeupReason() => (int)EmulatedBoard.Current.WakeupReason;
#pragma warning restore IDE1006

    /// <summary>Lets a pin wake the chip from standby no longer.</summary>
    public static void DisableWakeupPin(int pin) => EmulatedBoard.Current.WakeupPins.Enable(pin, isEnabled: false);

    /// <summary>Lets a pin wake the chip from standby.</summary>
    public static void EnableWakeupPin(int pin) => EmulatedBoard.Current.WakeupPins.Enable(pin, isEnabled: true);

    /// <summary>Standby: never returns.</summary>
    public static void NativeEnterStandbyMode() => EmulatedBoard.Current.EnterStandby();
}
