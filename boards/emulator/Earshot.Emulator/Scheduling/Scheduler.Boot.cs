namespace Earshot.Emulator.Scheduling;

/// <content>Many boots in one virtual time: what ends with a boot, and what goes on.</content>
public sealed partial class Scheduler
{
    private readonly List<ScheduledEvent> _frozen = [];
    private bool _isHalted;
    private bool _isWoken;
    private bool _isHappening;

    /// <summary>Whether no program runs because the board is off, asleep without memory, or starting: time passes all the same.</summary>
    internal bool HasNoProgram { get; set; }

    /// <summary>Whether a run ends when an exception is uncaught, or when nothing can happen any more.</summary>
    internal bool EndsWithProgram { get; init; } = true;

    /// <summary>Told of an uncaught exception that ended only its thread.</summary>
    internal Action<DeviceFailure>? Survived { get; set; }

    /// <summary>Whether <see cref="Run"/> is under way, so that only the thread with the baton may touch the device.</summary>
    internal bool IsRunning { get; private set; }

    /// <summary>
    /// Lets <paramref name="action"/> happen after a delay unless the program ends before: for what the chip loses in a reset.
    /// </summary>
    internal ScheduledEvent ScheduleInBoot(long delay, Action action) => ScheduleInBootAt(Now + Math.Max(0, delay), action);

    /// <inheritdoc cref="ScheduleInBoot"/>
    internal ScheduledEvent ScheduleInBootAt(long time, Action action)
    {
        var scheduled = ScheduleAt(time, action);
        scheduled.EndsWithBoot = true;
        return scheduled;
    }

    /// <summary>Lets something happen that wakes no thread, so that a board that waits for nothing else is blocked for ever.</summary>
    internal ScheduledEvent ScheduleRoutine(long delay, Action action) => Schedule(Now + delay, action, isRoutine: true);

    /// <summary><see cref="ScheduleRoutine"/>, unless the program ends before.</summary>
    internal ScheduledEvent ScheduleRoutineInBoot(long delay, Action action)
    {
        var scheduled = ScheduleRoutine(delay, action);
        scheduled.EndsWithBoot = true;
        return scheduled;
    }

    /// <summary>Makes <see cref="Run"/> come back at this instant, so that the board can do what no device thread can.</summary>
    internal void Halt() => _isHalted = true;

    /// <summary>Takes back <see cref="Halt"/> and says whether it was asked for.</summary>
    internal bool TakeHalt()
    {
        var wasHalted = _isHalted;
        _isHalted = false;
        return wasHalted;
    }

    /// <summary>
    /// Gives the baton to the host when the board has halted it. Only a native method's caller does that here; after an event the
    /// scheduler itself does.
    /// </summary>
    internal void HonourHalt()
    {
        if (_isHalted && !_isHappening && ThreadMeter.Current.Scheduler == this)
        {
            Settle();
            Leave(Running);
        }
    }

    /// <summary>
    /// Lets the whole processor stand still: the world goes on, no thread runs. Called by device code in a native method.
    /// </summary>
    /// <param name="deadline">Virtual time until which at most.</param>
    /// <returns>Whether <see cref="WakeProcessor"/> ended it before the deadline.</returns>
    internal bool StandStill(long deadline)
    {
        Settle();
        var thread = Running;
        _isWoken = false;
        while (true)
        {
            HappenDue();
            if (_isHalted || _now >= _until)
            {
                Leave(thread);
            }
            else if (_isWoken || _now >= deadline)
            {
                break;
            }
            else
            {
                _now = Math.Min(Math.Min(_events.NextTime, deadline), _until);
            }
        }

        Grant();
        return _isWoken;
    }

    /// <summary>Ends <see cref="StandStill"/>.</summary>
    internal void WakeProcessor() => _isWoken = true;

    /// <summary>Ends the boot: every device thread unwinds and goes, and so does what was to happen in it. Time stays.</summary>
    internal void EndBoot()
    {
        Unwind();
        _events.Remove(scheduled => scheduled.EndsWithBoot);
        _frozen.Clear();
        _ready.Clear();
        _running = null;
        _interrupted = null;
        _isHalted = false;
        _isStopping = false;
        _lastThreadId = 0;
        SystemThreads.Clear();
        Failure = null;
        if (_fault is null)
        {
            _end = null;
        }
    }

    /// <summary>The clocks stop: what was to happen in the program waits.</summary>
    internal void FreezeBoot() => _frozen.AddRange(_events.Remove(scheduled => scheduled.EndsWithBoot));

    /// <summary>The clocks run again: what waited happens that much later than it was to.</summary>
    internal void ThawBoot(long delay)
    {
        foreach (var scheduled in _frozen)
        {
            _events.Add(scheduled, scheduled.Time + delay);
        }

        _frozen.Clear();
        Grant();
    }

    private void Unwind()
    {
        _isStopping = true;
        foreach (var thread in _threads.ToArray())
        {
            if (thread.HasCarrier)
            {
                thread.TakeBaton();
                _host.Take();
                thread.WaitUntilGone();
            }

            thread.Deadline?.Cancel();
        }

        _threads.Clear();
    }

    /// <summary>Hands the baton to the host in the middle of what the thread does; it goes on from there, or unwinds.</summary>
    private void Leave(DeviceThread thread)
    {
        _interrupted = thread;
        HandToHost(_end ?? RunOutcome.TimeReached);
        thread.AwaitBaton();
        ThrowIfStopping();
    }
}
