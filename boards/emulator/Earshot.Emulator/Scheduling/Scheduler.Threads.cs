using System.Runtime.CompilerServices;

namespace Earshot.Emulator.Scheduling;

/// <content>Device threads: creation, waiting, and handing on the baton.</content>
public sealed partial class Scheduler
{
    private bool _isAskingForStacks;

    /// <summary>Creates a device thread that <see cref="Start"/> makes ready.</summary>
    internal DeviceThread CreateThread(string? name, Action body)
    {
        var id = ++_lastThreadId;
        return new DeviceThread(this, id, name ?? $"thread {id}", body);
    }

    internal void Start(DeviceThread thread)
    {
        _threads.Add(thread);
        _ready.Enrol(thread);
        _ready.Add(thread);
    }

    /// <summary>Lets the running thread wait until it is woken or the deadline passes.</summary>
    /// <param name="deadline">Virtual time, or <see cref="long.MaxValue"/> for none.</param>
    /// <param name="reason">What it waits for, for messages.</param>
    /// <returns>Whether it was woken before the deadline.</returns>
    internal bool Wait(long deadline, string reason)
    {
        ThrowIfStopping();
        var thread = Running;
        Settle();
        thread.WaitsFor = reason;
        do
        {
            thread.State = DeviceThreadState.Waiting;
            thread.TimedOut = false;
            thread.WasCalledUp = false;
            thread.Deadline = deadline == long.MaxValue ? null : ScheduleInBootAt(deadline, () => WakeLate(thread));
            SwitchFrom(thread);
        }
        while (thread.WasCalledUp);

        thread.WaitsFor = "";
        return !thread.TimedOut;
    }

    internal void Wake(DeviceThread thread)
    {
        if (thread.State != DeviceThreadState.Waiting)
        {
            thread.WasCalledUp = false;
            return;
        }

        thread.Deadline?.Cancel();
        thread.Deadline = null;
        thread.State = DeviceThreadState.Ready;
        if (!thread.IsSuspended)
        {
            _ready.Add(thread);
        }
    }

    /// <summary>Lets a thread run to look at its constraint; when that does not strike, it waits on.</summary>
    internal void CallUp(DeviceThread thread)
    {
        var isWaiting = thread.State == DeviceThreadState.Waiting;
        Wake(thread);
        thread.WasCalledUp = isWaiting;
    }

    internal void Suspend(DeviceThread thread)
    {
        thread.IsSuspended = true;
        _ready.Remove(thread);
        if (thread == _running)
        {
            thread.State = DeviceThreadState.Ready;
            SwitchFrom(thread);
        }
    }

    internal void Resume(DeviceThread thread)
    {
        if (thread.IsSuspended)
        {
            thread.IsSuspended = false;
            if (thread.State == DeviceThreadState.Ready)
            {
                _ready.Add(thread);
            }
        }
    }

    internal void Abort(DeviceThread thread)
    {
        thread.AbortRequested = true;
        if (thread == _running)
        {
            ThrowIfStopping();
        }

        Wake(thread);
    }

    /// <summary>Lets every thread say where it waits; to be called between runs, when all of them wait.</summary>
    internal void AskForStacks()
    {
        _isAskingForStacks = true;
        foreach (var thread in _threads.Where(thread => thread.HasCarrier))
        {
            thread.TakeBaton();
            _host.Take();
        }

        _isAskingForStacks = false;
    }

    internal void BudgetExhausted()
    {
        ThrowIfStopping();
        Settle();
        HappenDue();
        var thread = Running;
        if (_isHalted || _now >= _until)
        {
            Leave(thread);
        }

        if (_now >= _quantumEnd)
        {
            _ready.Add(thread);
            SwitchFrom(thread);
        }

        ThrowIfStopping();
        Grant();
    }

    internal void ThreadBegins(DeviceThread thread)
    {
        thread.Meter.Attach(this);
        Grant();
    }

    internal void ThreadEnds(DeviceThread thread, Exception? exception)
    {
        if (_isStopping)
        {
            ThreadUnwound(thread);
            return;
        }

        Settle();
        thread.State = DeviceThreadState.Ended;
        thread.Meter.Release();
        _threads.Remove(thread);
        if (exception is not null and not ThreadAbortException)
        {
            Failure = new DeviceFailure(_now, thread.Name, exception, DeviceStack.Of(exception));
            if (EndsWithProgram)
            {
                HandToHost(RunOutcome.UncaughtException);
                return;
            }

            Survived?.Invoke(Failure);
        }

        while (thread.Ended.TryTake(out var joiner))
        {
            Wake(joiner);
        }

        if (Dispatch() is { } next)
        {
            next.TakeBaton();
        }
        else
        {
            HandToHost(_outcome);
        }
    }

    internal void ThreadUnwound(DeviceThread thread)
    {
        thread.State = DeviceThreadState.Ended;
        _host.Give();
    }

    private void WakeLate(DeviceThread thread)
    {
        thread.TimedOut = true;
        Wake(thread);
    }

    private void SwitchFrom(DeviceThread thread)
    {
        var next = Dispatch();
        if (next != thread)
        {
            if (next is null)
            {
                HandToHost(_outcome);
            }
            else
            {
                next.TakeBaton();
            }

            thread.AwaitBaton();
            while (_isAskingForStacks)
            {
                thread.Stack = DeviceStack.Here();
                _host.Give();
                thread.AwaitBaton();
            }
        }

        ThrowIfStopping();
        Grant();
    }

    /// <summary>Lets time pass until a thread can run; null when the host has to decide, with the reason in the outcome.</summary>
    private DeviceThread? Dispatch()
    {
        while (true)
        {
            HappenDue();
            if (_isHalted || _now >= _until)
            {
                _outcome = _end ?? RunOutcome.TimeReached;
                return null;
            }

            if (_ready.TryTake(out var thread))
            {
                thread.State = DeviceThreadState.Running;
                _running = thread;
                _quantumEnd = _now + Quantum;
                return thread;
            }

            if (!HasNoProgram && EndsWithProgram && (_threads.Count == 0 || !_events.MayWake))
            {
                _outcome = _threads.Count == 0 ? RunOutcome.Finished : RunOutcome.BlockedForever;
                return null;
            }

            var to = Math.Min(_events.NextTime, _until);
            _idle += HasNoProgram ? 0 : to - _now;
            _now = to;
        }
    }

    private void HandToHost(RunOutcome outcome)
    {
        _outcome = outcome;
        _host.Give();
    }

    private void ThrowIfStopping()
    {
        if (_isStopping)
        {
            // Nothing more is charged to a thread that unwinds, and the first block of a handler throws again.
            ThreadMeter.Current.Budget = long.MinValue / 2;
            throw new MachineStoppedException();
        }

        if (_running is { AbortRequested: true } && ThreadMeter.Current.Scheduler == this)
        {
            _running.AbortRequested = false;
            throw (ThreadAbortException)RuntimeHelpers.GetUninitializedObject(typeof(ThreadAbortException));
        }

        if (_running is { Constraint: { IsDue: true } constraint } && ThreadMeter.Current.Scheduler == this)
        {
            constraint.Enforce();
        }
    }
}
