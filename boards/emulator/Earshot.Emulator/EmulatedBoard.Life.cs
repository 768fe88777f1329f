using Earshot.Emulator.Peripherals;
using Earshot.Emulator.Power;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator;

/// <content>Many boots: each starts a fresh program; virtual time, flash, backup domain and the outside world go on.</content>
public sealed partial class EmulatedBoard
{
    private Action? _transition;
    private ScheduledEvent? _powerOn;
    private ScheduledEvent? _start;
    private bool _isWokenByPin;

    /// <summary>How many times a program has started.</summary>
    public int Boots { get; private set; }

    /// <summary>Why the chip started last.</summary>
    public ResetCause ResetCause { get; private set; }

    /// <summary>What the firmware found at the last start.</summary>
    public WakeupReason WakeupReason { get; private set; }

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

    /// <summary>Enters standby. Called by a native half, whose caller does not go on.</summary>
    internal void EnterStandby() => Request(Sleep, isSupply: false);

    /// <summary>Ends standby; without effect in any other state.</summary>
    internal void WakeFromStandby(string reason, bool byPin)
    {
        if (Power.State == PowerState.Standby)
        {
            Trace.Write("power", $"woken by {reason}");
            _isWokenByPin = byPin;
            Begin(ResetCause.StandbyWake, Delay("standby_wakeup") + Delay("boot"));
        }
    }

    /// <summary>Resets into a boot loader, where the board stays until something else resets it.</summary>
    internal void EnterBooter(string booter) => Request(
        () =>
        {
            End(ResetCause.Software);
            Watchdog.Stop();
            Trace.Write("power", $"in {booter}");
        },
        isSupply: false);

    /// <summary>Restarts nanoCLR alone: the chip does not reset, so the watchdog goes on and the cause stays.</summary>
    internal void RestartClr() => Request(
        () =>
        {
            End(ResetCause.Software, stopsWatchdog: false);
            Start();
        },
        isSupply: false);

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

    private void Sleep()
    {
        End(ResetCause.StandbyWake);
        Trace.Write("power", "standby");
        Power.Enter(PowerState.Standby);
    }

    private void AlarmMatched()
    {
        WakeFromStandby("the alarm", byPin: false);
        Power.WakeFromStop("the alarm");
    }

    private void SwitchOn(long time)
    {
        if (time == 0)
        {
            Begin(ResetCause.PowerOn);
            return;
        }

        Scheduler.HasNoProgram = true;
        foreach (var part in PartsOf<IResettable>())
        {
            part.Reset(ResetCause.BrownOut);
        }

        Power.Enter(PowerState.Off);
        _powerOn = Scheduler.ScheduleAt(time, () => Begin(ResetCause.PowerOn, Delay("boot")));
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
            if (!_settings.HasBackupSupply)
            {
                Backup.Clear();
                Clock.Lose();
            }
        }

        _powerOn = Scheduler.ScheduleAfter(off, () => Begin(ResetCause.BrownOut, Delay("boot")));
    }

    private void End(ResetCause cause, bool stopsWatchdog = true)
    {
        if (stopsWatchdog && cause != ResetCause.StandbyWake)
        {
            Watchdog.Stop();
        }

        Scheduler.EndBoot();
        _start?.Cancel();
        Scheduler.HasNoProgram = true;
        Scheduler.SystemThreads.Clear();
        TimerThread = new SystemThread(Scheduler, "timer thread");
        InterruptThread = new SystemThread(Scheduler, "interrupt thread");
        _monitors = [];
        _identities = [];
        _lastIdentity = 0;
        Scheduler.Statics = [];
        Waiting = [];
        _isEndTold = false;
        foreach (var part in PartsOf<IResettable>())
        {
            part.Reset(cause);
        }
    }

    private void Begin(ResetCause cause, long delay = 0)
    {
        ResetCause = cause;
        Watchdog.Stop();
        WakeupPins.Clear();
        Power.Enter(PowerState.Run);
        if (Power.State != PowerState.Run)
        {
            // An empty battery broke down under the load.
            return;
        }

        if (delay > 0)
        {
            Scheduler.HasNoProgram = true;
            _start = Scheduler.ScheduleAfter(delay, Start);
        }
        else
        {
            Start();
        }
    }

    private void Start()
    {
        Boots++;
        WakeupReason = Clock.HasMatched ? WakeupReason.Standby : _isWokenByPin ? WakeupReason.Pin : WakeupReason.Undetermined;
        Clock.HasMatched = false;
        _isWokenByPin = false;
        StartTime = Scheduler.Now;
        Power.StoppedSinceStart = 0;
        Scheduler.HasNoProgram = false;
        Scheduler.Heap = EmptyHeap();
        Scheduler.Statics = _settings.Application.CreateStatics();
        Trace.Write("power", $"start {Boots} after {ResetCause}");
        Scheduler.Start(Scheduler.CreateThread("main thread", _settings.Application.Run));
        Started?.Invoke(ResetCause);
    }

    private long Delay(string name) => PowerController.TimeOf(Description, name);

    internal IEnumerable<T> PartsOf<T>() =>
        new object[] { Console, Microphone, AddedAdcChannels, Events, Gpio, Storage, Spi, Sntp }.Concat(Uarts.Values).Concat(_devices.Values).Distinct().OfType<T>();
}
