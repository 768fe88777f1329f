using Earshot.Emulator.Scheduling;
using NetThreading = System.Threading;

namespace Earshot.Emulator.Runtime.Threading;

/// <summary>System.Threading.Timer of the class library: callbacks run one after another on nanoCLR's timer thread.</summary>
[Replaces("System.Threading.Timer")]
public sealed class DeviceTimer : MarshalByRefObject, IDisposable
{
    private readonly EmulatedBoard _board = EmulatedBoard.Current;
    private readonly NetThreading.TimerCallback _callback;
    private readonly object _state;
    private ScheduledEvent? _due;
    private bool _isQueued;
    private long _period;

    /// <summary>Creates a timer; −1 means never, for either time.</summary>
    public DeviceTimer(NetThreading.TimerCallback callback, object state, int dueTime, int period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        _callback = callback;
        _state = state;
        Change(dueTime, period);
    }

    /// <inheritdoc cref="DeviceTimer(NetThreading.TimerCallback, object, int, int)"/>
    public DeviceTimer(NetThreading.TimerCallback callback, object state, TimeSpan dueTime, TimeSpan period)
        : this(callback, state, DeadlineOf.Milliseconds(dueTime), DeadlineOf.Milliseconds(period))
    {
    }

    /// <summary>Sets it anew.</summary>
    public bool Change(int dueTime, int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, -1);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, -1);
        _due?.Cancel();
        // As on nanoCLR, a period of 0 means once.
        _period = Math.Max(0, period) * VirtualTime.Millisecond;
        if (dueTime >= 0)
        {
            _due = _board.Scheduler.ScheduleInBoot(dueTime * VirtualTime.Millisecond, Fire);
        }

        return true;
    }

    /// <inheritdoc cref="Change(int, int)"/>
    public bool Change(TimeSpan dueTime, TimeSpan period) =>
        Change(DeadlineOf.Milliseconds(dueTime), DeadlineOf.Milliseconds(period));

    /// <summary>Stops it.</summary>
    public void Dispose() => _due?.Cancel();

    private void Fire()
    {
        if (_period > 0)
        {
            _due = _board.Scheduler.ScheduleInBootAt(_due!.Time + _period, Fire);
        }

        // A timer that fires again before its callback has run is not queued twice.
        if (!_isQueued)
        {
            _isQueued = true;
            _board.TimerThread.Post(() =>
            {
                _isQueued = false;
                _callback(_state);
            });
        }
    }
}
