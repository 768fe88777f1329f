namespace Earshot.Emulator.Power;

/// <summary>Power states of the chip.</summary>
public enum PowerState
{
    /// <summary>The core executes.</summary>
    Run,

    /// <summary>The core has nothing to do; the clocks run.</summary>
    Sleep,

    /// <summary>Clocks stand still, memory stays.</summary>
    Stop,

    /// <summary>Only the backup domain is supplied; memory is lost.</summary>
    Standby,

    /// <summary>No supply.</summary>
    Off,
}
