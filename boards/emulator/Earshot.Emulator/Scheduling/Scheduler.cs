using System.Runtime.ExceptionServices;
using Earshot.Emulator.Heap;

namespace Earshot.Emulator.Scheduling;

/// <summary>
/// Runs device threads one at a time in virtual time, as nanoCLR does: a 20 ms quantum, shares by priority, and no
/// preemption when a native call or an interrupt makes another thread ready. Nothing here reads a wall clock.
/// </summary>
public sealed partial class Scheduler : IDisposable
{
    /// <summary>nanoCLR's time quantum, in nanoseconds.</summary>
    public const long Quantum = 20 * VirtualTime.Millisecond;

    private readonly EventQueue _events = new();
    private readonly ReadyList _ready = new();
    private readonly List<DeviceThread> _threads = [];
    private readonly Baton _host = new();
    private readonly long _picosecondsPerUnit;
    private DeviceThread? _running;
    private DeviceThread? _interrupted;
    private Exception? _fault;
    private RunOutcome? _end;
    private RunOutcome _outcome;
    private long _now;
    private long _picoseconds;
    private long _until;
    private long _quantumEnd;
    private long _instructions;
    private long _idle;
    private int _lastThreadId;
    private bool _isStopping;

    /// <summary>Creates a scheduler at virtual time zero.</summary>
    /// <param name="picosecondsPerUnit">Price of one cost unit of interpreted code.</param>
    public Scheduler(long picosecondsPerUnit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(picosecondsPerUnit);
        _picosecondsPerUnit = picosecondsPerUnit;
    }

    /// <summary>The virtual time, in nanoseconds since power-on.</summary>
    public long Now
    {
        get
        {
            Settle();
            return _now;
        }
    }

    /// <summary>IL instructions executed so far.</summary>
    public long Instructions
    {
        get
        {
            Settle();
            return _instructions;
        }
    }

    /// <summary>Virtual time that the core had nothing to do, in nanoseconds.</summary>
    public long IdleTime => _idle;

    /// <summary>The board that this is the processor of.</summary>
    internal object? Owner { get; init; }

    /// <summary>The longest time that native code kept every managed thread waiting.</summary>
    public Stall LongestStall { get; private set; } = new(0, 0, "nothing");

    /// <summary>The managed heap of the app that runs; null before one is started.</summary>
    internal ManagedHeap? Heap { get; set; }

    /// <summary>The static fields of the app that runs, an object for each of its assemblies.</summary>
    internal object[] Statics { get; set; } = [];

    /// <summary>The exception that ended the run, if one did.</summary>
    public DeviceFailure? Failure { get; private set; }

    /// <summary>The device thread that runs now.</summary>
    internal DeviceThread Running => _running ?? throw new InvalidOperationException("No device thread is running.");

    internal IReadOnlyList<DeviceThread> Threads => _threads;

    /// <summary>The CLR's own threads of this board.</summary>
    internal List<SystemThread> SystemThreads { get; } = [];

    /// <summary>What will be called later: by events and by the CLR's own threads.</summary>
    internal IEnumerable<Delegate> PendingCallbacks =>
        _events.PendingActions.Concat<Delegate>(SystemThreads.SelectMany(thread => thread.Waiting));

    /// <summary>Lets <paramref name="action"/> happen after a delay; a delay below zero counts as none.</summary>
    public ScheduledEvent ScheduleAfter(long delay, Action action) => ScheduleAt(Now + Math.Max(0, delay), action);

    /// <summary>Lets <paramref name="action"/> happen at a moment; a moment in the past counts as now.</summary>
    public ScheduledEvent ScheduleAt(long time, Action action) => Schedule(time, action, isRoutine: false);

    private ScheduledEvent Schedule(long time, Action action, bool isRoutine)
    {
        var scheduled = _events.Add(Math.Max(time, Now), action, isRoutine);
        if (ThreadMeter.Current.Scheduler == this)
        {
            Grant();
        }

        return scheduled;
    }

    /// <summary>Charges native work: interrupts go on meanwhile, managed threads do not.</summary>
    /// <param name="nanoseconds">How long the core is busy.</param>
    /// <param name="reason">With what, for messages.</param>
    public void Spend(long nanoseconds, string reason = "a native call")
    {
        Settle();
        if (nanoseconds > LongestStall.Duration)
        {
            LongestStall = new Stall(_now, nanoseconds, reason);
        }

        var end = _now + nanoseconds;
        while (_events.TryTake(end, out var next))
        {
            _now = Math.Max(_now, next.Time);
            Happen(next);
            if (_isHalted)
            {
                Leave(Running);
            }
        }

        _now = Math.Max(_now, end);
        Grant();
    }

    /// <summary>
    /// Runs until the virtual time is <paramref name="until"/>, or the device ends. Can be called again to go on.
    /// </summary>
    /// <param name="until">Nanoseconds since power-on.</param>
    public RunOutcome Run(long until)
    {
        if (_end is { } end)
        {
            return end;
        }

        _until = until;
        IsRunning = true;
        var next = _interrupted ?? Dispatch();
        _interrupted = null;
        if (next is not null)
        {
            next.TakeBaton();
            _host.Take();
        }

        IsRunning = false;

        if (_fault is { } fault)
        {
            _end = RunOutcome.Stopped;
            ExceptionDispatchInfo.Throw(fault);
        }

        if (_outcome != RunOutcome.TimeReached)
        {
            _end = _outcome;
        }

        return _outcome;
    }

    /// <summary>Ends the run as soon as the device thread that runs can be interrupted.</summary>
    public void Stop() => End(RunOutcome.Stopped);

    /// <summary>Lets <see cref="Run"/> throw <paramref name="fault"/>: the world around the device failed, not the device.</summary>
    internal void Fail(Exception fault)
    {
        _fault ??= fault;
        End(RunOutcome.Stopped);
    }

    /// <summary>Switches off: every device thread unwinds and goes.</summary>
    public void Dispose()
    {
        Unwind();
        _end ??= RunOutcome.Stopped;
    }

    private void End(RunOutcome outcome)
    {
        _end ??= outcome;
        _until = long.MinValue;
        if (ThreadMeter.Current.Scheduler == this)
        {
            Grant();
        }
    }

    private void Settle()
    {
        var meter = ThreadMeter.Current;
        if (meter.Scheduler != this || _isStopping)
        {
            return;
        }

        _instructions += meter.Instructions;
        meter.Instructions = 0;
        var elapsed = ((meter.Granted - meter.Budget) * _picosecondsPerUnit) + _picoseconds;
        meter.Granted = meter.Budget;
        _now += elapsed / 1000;
        _picoseconds = elapsed % 1000;
    }

    private void Grant()
    {
        var meter = ThreadMeter.Current;
        if (meter.Scheduler != this)
        {
            return;
        }

        Settle();
        var horizon = Math.Min(Math.Min(_events.NextTime, _until), _quantumEnd);
        var nanoseconds = Math.Clamp(horizon - _now, 0, Quantum);
        meter.Budget = ((nanoseconds * 1000) + _picosecondsPerUnit - 1) / _picosecondsPerUnit;
        meter.Granted = meter.Budget;
    }

    private void HappenDue()
    {
        while (_events.TryTake(_now, out var next))
        {
            Happen(next);
        }
    }

    private void Happen(ScheduledEvent scheduled)
    {
        _isHappening = true;
        try
        {
            scheduled.Happen();
        }
        catch (Exception exception)
        {
            Fail(exception);
        }

        _isHappening = false;
    }
}
