namespace Earshot.Emulator.Boards;

/// <summary>Where the independent watchdog goes on counting; what the option bytes leave the factory with, unless the firmware changes them.</summary>
public sealed class BoardWatchdog
{
    /// <summary>Whether it goes on in STOP mode.</summary>
    public bool RunsInStop { get; set; } = true;

    /// <summary>Whether it goes on in standby.</summary>
    public bool RunsInStandby { get; set; } = true;

    /// <summary>Reference manual, or the firmware's source.</summary>
    public string Source { get; set; } = "";
}
