using System.Runtime.CompilerServices;
using Earshot.Emulator.Scheduling;
using NetThreading = System.Threading;

namespace Earshot.Emulator.Runtime.Threading;

/// <summary>System.Threading.Thread of the class library.</summary>
[Replaces("System.Threading.Thread")]
public sealed class DeviceThreadObject
{
    private static readonly ConditionalWeakTable<DeviceThread, DeviceThreadObject> Objects = [];

    private readonly Scheduler _scheduler;
    private readonly DeviceThread _thread;

    /// <summary>Creates a thread that has not started.</summary>
    public DeviceThreadObject(NetThreading.ThreadStart start)
    {
        ArgumentNullException.ThrowIfNull(start);
        _scheduler = EmulatedBoard.Current.Scheduler;
        _thread = _scheduler.CreateThread(null, start.Invoke);
        Objects.Add(_thread, this);
    }

    private DeviceThreadObject(DeviceThread thread)
    {
        _scheduler = EmulatedBoard.Current.Scheduler;
        _thread = thread;
    }

    /// <summary>The calling thread.</summary>
    public static DeviceThreadObject CurrentThread =>
        Objects.GetValue(EmulatedBoard.Current.Scheduler.Running, thread => new DeviceThreadObject(thread));

    /// <summary>The share of time it gets: each step halves or doubles it.</summary>
    public NetThreading.ThreadPriority Priority
    {
        get => (NetThreading.ThreadPriority)_thread.Priority;
        set => _thread.Priority = value is >= NetThreading.ThreadPriority.Lowest and <= NetThreading.ThreadPriority.Highest
            ? (int)value
            : throw new ArgumentOutOfRangeException(nameof(value));
    }

    /// <summary>From 1 in order of creation.</summary>
    public int ManagedThreadId => _thread.Id;

    /// <summary>Whether it has started and not ended.</summary>
    public bool IsAlive => _thread.State is not (DeviceThreadState.Unstarted or DeviceThreadState.Ended);

    /// <summary>Its state as the class library names it.</summary>
    public NetThreading.ThreadState ThreadState => _thread switch
    {
        { State: DeviceThreadState.Unstarted } => NetThreading.ThreadState.Unstarted,
        { State: DeviceThreadState.Ended } => NetThreading.ThreadState.Stopped,
        { IsSuspended: true } => NetThreading.ThreadState.Suspended,
        { State: DeviceThreadState.Waiting } => NetThreading.ThreadState.WaitSleepJoin,
        _ => NetThreading.ThreadState.Running,
    };

    /// <summary>Makes the thread ready.</summary>
    public void Start()
    {
        if (_thread.State != DeviceThreadState.Unstarted)
        {
            throw new InvalidOperationException();
        }

        _scheduler.Start(_thread);
    }

    /// <summary>Ends it by an exception at the point it has reached.</summary>
    public void Abort() => _scheduler.Abort(_thread);

    /// <summary>Keeps it from running.</summary>
    public void Suspend() => _scheduler.Suspend(_thread);

    /// <summary>Takes back <see cref="Suspend"/>.</summary>
    public void Resume() => _scheduler.Resume(_thread);

    /// <summary>Waits until it has ended.</summary>
    public void Join() => Join(NetThreading.Timeout.Infinite);

    /// <summary>Waits until it has ended, or not that long.</summary>
    public bool Join(int millisecondsTimeout)
    {
        if (_thread.State == DeviceThreadState.Unstarted)
        {
            throw new InvalidOperationException();
        }

        if (_thread.State == DeviceThreadState.Ended)
        {
            return true;
        }

        var current = _scheduler.Running;
        _thread.Ended.Add(current);
        if (_scheduler.Wait(DeadlineOf.Milliseconds(_scheduler, millisecondsTimeout), $"the end of {_thread.Name}"))
        {
            return true;
        }

        _thread.Ended.Remove(current);
        return false;
    }

    /// <inheritdoc cref="Join(int)"/>
    public bool Join(TimeSpan timeout) => Join(DeadlineOf.Milliseconds(timeout));

    /// <summary>Lets virtual time pass; 0 only gives the others their turn.</summary>
    public static void Sleep(int millisecondsTimeout)
    {
        var scheduler = EmulatedBoard.Current.Scheduler;
        scheduler.Wait(DeadlineOf.Milliseconds(scheduler, millisecondsTimeout), "Thread.Sleep");
    }

    /// <inheritdoc cref="Sleep(int)"/>
    public static void Sleep(TimeSpan timeout) => Sleep(DeadlineOf.Milliseconds(timeout));

    /// <summary>Keeps the core busy for about as many clocks.</summary>
    public static void SpinWait(int iterations)
    {
        var board = EmulatedBoard.Current;
        board.Scheduler.Spend(Math.Max(0, iterations) * VirtualTime.Second / board.Description.ClockHertz);
    }
}
