namespace Earshot.Emulator.Power;

/// <summary>What the firmware finds at a start, with the numbers of nanoFramework.Hardware.Stm32.Power.WakeupReasonType.</summary>
public enum WakeupReason
{
    /// <summary>Neither of the others.</summary>
    Undetermined,

    /// <summary>The real-time clock's alarm has matched since the last start.</summary>
    Standby,

    /// <summary>A wake-up pin has woken the chip from standby.</summary>
    Pin,
}
