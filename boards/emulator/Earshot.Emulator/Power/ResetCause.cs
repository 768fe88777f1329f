namespace Earshot.Emulator.Power;

/// <summary>Why a chip started, with the numbers of Earshot.Interop's NativePower.</summary>
public enum ResetCause
{
    /// <summary>The chip does not say.</summary>
    Unknown,

    /// <summary>The supply came up.</summary>
    PowerOn,

    /// <summary>The supply fell below the brown-out threshold and came back.</summary>
    BrownOut,

    /// <summary>The reset pin.</summary>
    Pin,

    /// <summary>The program asked for it.</summary>
    Software,

    /// <summary>The independent watchdog was not fed.</summary>
    Watchdog,

    /// <summary>Waking up from standby.</summary>
    StandbyWake,
}
