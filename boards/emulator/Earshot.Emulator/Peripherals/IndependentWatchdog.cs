using Earshot.Emulator.Boards;
using Earshot.Emulator.Power;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Peripherals;

/// <summary>The independent watchdog: once started, it resets the chip unless it is fed in time. Only a reset stops it.</summary>
public sealed class IndependentWatchdog
{
    private readonly EmulatedBoard _board;
    private readonly Scheduler _scheduler;
    private readonly BoardWatchdog _description;
    private ScheduledEvent? _bite;
    private long _left;

    internal IndependentWatchdog(EmulatedBoard board)
    {
        _board = board;
        _scheduler = board.Scheduler;
        _description = board.Description.Watchdog ?? new BoardWatchdog();
        board.Power.Entered += Enter;
    }

    /// <summary>Whether it counts, or would if the state it is in did not hold it.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>How long it waits to be fed, in nanoseconds.</summary>
    public long Timeout { get; private set; }

    internal void Start(long timeout)
    {
        if (Timeout != timeout || !IsRunning)
        {
            _board.Trace.Write("watchdog", $"runs, {timeout / VirtualTime.Millisecond} ms");
        }

        IsRunning = true;
        Timeout = timeout;
        Feed();
    }

    internal void Feed() => CountDown(Timeout);

    /// <summary>A reset stops it, and so does leaving standby, which is one.</summary>
    internal void Stop()
    {
        IsRunning = false;
        _bite?.Cancel();
    }

    private void CountDown(long time)
    {
        _bite?.Cancel();
        _bite = _scheduler.ScheduleAfter(time, Bite);
    }

    private void Enter(PowerState state)
    {
        var holds = (state == PowerState.Stop && !_description.RunsInStop)
            || (state == PowerState.Standby && !_description.RunsInStandby);
        if (IsRunning && holds && _bite is { IsPending: true } pending)
        {
            _left = pending.Time - _scheduler.Now;
            pending.Cancel();
        }
        else if (IsRunning && !holds && _bite is { IsPending: false })
        {
            CountDown(_left);
        }
    }

    private void Bite()
    {
        _board.Trace.Write("watchdog", "was not fed");
        _board.Reset(ResetCause.Watchdog);
    }
}
