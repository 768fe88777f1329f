namespace Earshot.Emulator.Scheduling;

/// <summary>Something the hardware does at a moment of virtual time.</summary>
public sealed class ScheduledEvent
{
    private Action? _action;

    internal ScheduledEvent(Action action) => _action = action;

    /// <summary>When it happens, in nanoseconds of virtual time.</summary>
    public long Time { get; internal set; }

    /// <summary>Whether it still lies ahead.</summary>
    public bool IsPending => _action is not null;

    /// <summary>Whether it belongs to the program that runs, and goes with it.</summary>
    internal bool EndsWithBoot { get; set; }

    /// <summary>Whether it is a thing of course that wakes no thread, such as a look at the battery or a question for the time.</summary>
    internal bool IsRoutine { get; init; }

    /// <summary>What it will do; null once it has.</summary>
    internal Action? PendingAction => _action;

    /// <summary>Takes it out of the future; without effect once it has happened.</summary>
    public void Cancel() => _action = null;

    internal void Happen()
    {
        var action = _action;
        _action = null;
        action?.Invoke();
    }
}
