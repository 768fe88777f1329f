namespace Earshot.Emulator.Scheduling;

/// <summary>Why a run came back.</summary>
public enum RunOutcome
{
    /// <summary>The virtual time asked for is reached; the board can run on.</summary>
    TimeReached,

    /// <summary>Every device thread has ended.</summary>
    Finished,

    /// <summary>Threads wait, but nothing that could ever wake them is scheduled.</summary>
    BlockedForever,

    /// <summary>An exception left a device thread uncaught.</summary>
    UncaughtException,

    /// <summary>Something outside the device asked for the end.</summary>
    Stopped,
}
