using Earshot.Emulator.Peripherals;
using Earshot.Emulator.Power;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator;

/// <content>Many boots: each starts a fresh program; virtual time, flash, backup domain and the outside world go on.</content>
public sealed partial class EmulatedBoard
{
    private Action? _transition;
    private ScheduledEvent? _powerOn;

    /// <summary>How many times a program has started.</summary>
    public int Boots { get; private set; }

    /// <summary>Why the chip started last.</summary>
    public ResetCause ResetCause { get; private set; }

    /// <summary>Raised when a program starts.</summary>
    public event Action<ResetCause>? Started;

    /// <summary>When the program that runs has started, in nanoseconds of virtual time.</summary>
    internal long StartTime { get; private set; }

    /// <summary>How long the program's clocks have run, in nanoseconds.</summary>
    internal long Uptime => Scheduler.Now - StartTime - Power.StoppedSinceStart;

    /// <summary>
    /// Resets the chip at this instant, in the middle of whatever it does. May be called between runs, by a part in an event, and
    /// by a native half, whose caller does not go on.
    /// </summary>
    /// <param name="cause">What the chip says of it afterwards.</param>
    public void Reset(ResetCause cause)
    {
        if (_powerOn is { IsPending: true })
        {
            return;
        }

        Request(() => Restart(cause), isSupply: false);
    }

    /// <summary>Takes the supply away at this instant, in the middle of whatever the board does, and gives it back.</summary>
    /// <param name="off">How long it is away.</param>
    public void BrownOut(TimeSpan off)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(off, TimeSpan.Zero);
        Request(() => SwitchOff(VirtualTime.From(off)), isSupply: true);
    }

    private void Request(Action transition, bool isSupply)
    {
        if (!Scheduler.IsRunning)
        {
            transition();
            return;
        }

        // Of two at the same instant the supply's wins, else the first.
        _transition = isSupply ? transition : _transition ?? transition;
        Scheduler.Halt();
        Scheduler.HonourHalt();
    }

    private bool TookTransition()
    {
        if (!Scheduler.TakeHalt())
        {
            return false;
        }

        var transition = _transition!;
        _transition = null;
        transition();
        return true;
    }

    private void Restart(ResetCause cause)
    {
        End(cause);
        Begin(cause, Delay("boot"));
    }

    private void SwitchOff(long off)
    {
        if (_powerOn is { IsPending: true } pending)
        {
            pending.Cancel();
            off = Math.Max(off, pending.Time - Scheduler.Now);
        }
        else
        {
            Trace.Write("power", "supply lost");
            End(ResetCause.BrownOut);
            Power.Enter(PowerState.Off);
        }

        _powerOn = Scheduler.ScheduleAfter(off, () => Begin(ResetCause.BrownOut, Delay("boot")));
    }

    private void End(ResetCause cause)
    {
        Scheduler.EndBoot();
        Scheduler.HasNoProgram = true;
        TimerThread = new SystemThread(Scheduler, "timer thread");
        InterruptThread = new SystemThread(Scheduler, "interrupt thread");
        _monitors = [];
        _identities = [];
        _lastIdentity = 0;
        _program.Forget();
        foreach (var part in PartsOf<IResettable>())
        {
            part.Reset(cause);
        }
    }

    private void Begin(ResetCause cause, long delay = 0)
    {
        ResetCause = cause;
        Watchdog.Stop();
        Power.Enter(PowerState.Run);
        if (delay > 0)
        {
            Scheduler.HasNoProgram = true;
            Scheduler.ScheduleAfter(delay, Start);
        }
        else
        {
            Start();
        }
    }

    private void Start()
    {
        Boots++;
        StartTime = Scheduler.Now;
        Power.StoppedSinceStart = 0;
        Scheduler.HasNoProgram = false;
        Scheduler.Heap = EmptyHeap();
        Trace.Write("power", $"start {Boots} after {ResetCause}");
        Scheduler.Start(Scheduler.CreateThread("main thread", _program.Run));
        Started?.Invoke(ResetCause);
    }

    private long Delay(string name) => PowerController.TimeOf(Description, name);

    internal IEnumerable<T> PartsOf<T>() =>
        new object[] { Watchdog, Console, Microphone }.Concat(Uarts.Values).Concat(_devices.Values).Distinct().OfType<T>();
}
