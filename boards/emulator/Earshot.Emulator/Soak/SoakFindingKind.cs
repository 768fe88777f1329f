namespace Earshot.Emulator.Soak;

/// <summary>What a soak looks for.</summary>
public enum SoakFindingKind
{
    /// <summary>A message that the queue had accepted is neither delivered nor stored.</summary>
    Lost,

    /// <summary>The queue accepted a message that the flash does not hold.</summary>
    NotStored,

    /// <summary>The queue refused a message although it had room.</summary>
    Refused,

    /// <summary>A number was given to two messages.</summary>
    NumberReused,

    /// <summary>The gateway acknowledged one event under two numbers.</summary>
    DeliveredTwice,

    /// <summary>The gateway acknowledged a message that the queue has never been given.</summary>
    Unknown,

    /// <summary>A message arrived with another content than the queue had accepted under its number.</summary>
    Changed,

    /// <summary>An event arrived with a time that is not when it was.</summary>
    WrongTime,

    /// <summary>A message arrived after one with a higher number.</summary>
    OutOfOrder,

    /// <summary>A message waits although nothing keeps it from being delivered.</summary>
    Stuck,

    /// <summary>The node did not come round its loop in time, or the watchdog had to start it anew.</summary>
    Hang,

    /// <summary>An exception left a thread of the app, or the app ended.</summary>
    Ended,
}
