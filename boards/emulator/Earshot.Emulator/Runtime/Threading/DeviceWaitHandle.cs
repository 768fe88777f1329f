using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Runtime.Threading;

/// <summary>System.Threading.WaitHandle of the class library.</summary>
[Replaces("System.Threading.WaitHandle")]
public abstract class DeviceWaitHandle : MarshalByRefObject
{
    /// <summary>What <see cref="WaitAny(DeviceWaitHandle[])"/> returns when time ran out.</summary>
    public const int WaitTimeout = 258;

    internal LinkedList<WaitRequest> Waiting { get; } = new();

    internal bool IsSignaled { get; private set; }

    private protected abstract bool ResetsItself { get; }

    /// <summary>Waits until it is signalled, or not that long.</summary>
    public virtual bool WaitOne(int millisecondsTimeout, bool exitContext) =>
        Wait([this], all: false, millisecondsTimeout) >= 0;

    /// <summary>Waits until it is signalled.</summary>
    public virtual bool WaitOne() => WaitOne(Timeout.Infinite, false);

    /// <summary>Waits until all are signalled, or not that long.</summary>
    public static bool WaitAll(DeviceWaitHandle[] waitHandles, int millisecondsTimeout, bool exitContext) =>
        Wait(waitHandles, all: true, millisecondsTimeout) >= 0;

    /// <summary>Waits until all are signalled.</summary>
    public static bool WaitAll(DeviceWaitHandle[] waitHandles) => WaitAll(waitHandles, Timeout.Infinite, false);

    /// <summary>Waits until one is signalled, or not that long; returns its index or <see cref="WaitTimeout"/>.</summary>
    public static int WaitAny(DeviceWaitHandle[] waitHandles, int millisecondsTimeout, bool exitContext) =>
        Wait(waitHandles, all: false, millisecondsTimeout) is >= 0 and var index ? index : WaitTimeout;

    /// <summary>Waits until one is signalled; returns its index.</summary>
    public static int WaitAny(DeviceWaitHandle[] waitHandles) => WaitAny(waitHandles, Timeout.Infinite, false);

    internal void Consume()
    {
        if (ResetsItself)
        {
            IsSignaled = false;
        }
    }

    private protected void Clear() => IsSignaled = false;

    private protected void Signal(Scheduler scheduler)
    {
        IsSignaled = true;
        for (var node = Waiting.First; node is not null && IsSignaled;)
        {
            var request = node.Value;
            node = node.Next;
            if (request.TrySatisfy())
            {
                request.Leave();
                scheduler.Wake(request.Thread);
            }
        }
    }

    private static int Wait(DeviceWaitHandle[] handles, bool all, int milliseconds)
    {
        ArgumentNullException.ThrowIfNull(handles);
        var scheduler = EmulatedBoard.Current.Scheduler;
        var request = new WaitRequest(scheduler.Running, handles, all);
        if (request.TrySatisfy() || milliseconds == 0)
        {
            return request.Satisfied;
        }

        request.Join();
        if (!scheduler.Wait(DeadlineOf.Milliseconds(scheduler, milliseconds), "a wait handle"))
        {
            request.Leave();
        }

        return request.Satisfied;
    }
}
