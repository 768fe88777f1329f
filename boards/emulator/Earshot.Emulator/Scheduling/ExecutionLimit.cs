using System.Diagnostics;
using System.Reflection;

namespace Earshot.Emulator.Scheduling;

/// <summary>
/// How long the method that has set it may take, with all that it calls: then an exception strikes its thread, and once more half
/// a second later, as nanoCLR gives a thread to clean up. It ends with its method.
/// </summary>
internal sealed class ExecutionLimit
{
    private const long CleanUpTime = 500 * VirtualTime.Millisecond;

    private readonly Scheduler _scheduler;
    private readonly DeviceThread _thread;
    private readonly Func<Exception> _create;
    // Without the native method itself, which is device code, too.
    private readonly MethodBase[] _frames = DeviceFrames()[1..];
    private ScheduledEvent? _due;
    private bool _hasStruck;

    /// <summary>Sets a limit to the method that calls the calling native half.</summary>
    public ExecutionLimit(Scheduler scheduler, long time, Func<Exception> create)
    {
        _scheduler = scheduler;
        _thread = scheduler.Running;
        _create = create;
        Schedule(time);
    }

    /// <summary>Whether the time is over.</summary>
    public bool IsDue => _due is { IsPending: false };

    /// <summary>Lifts it.</summary>
    public void Cancel() => _due?.Cancel();

    /// <summary>Strikes when the method still runs. Called on its thread.</summary>
    /// <exception cref="Exception">The one it was given.</exception>
    public void Enforce()
    {
        var frames = DeviceFrames();
        var runs = frames.Length >= _frames.Length && frames.AsSpan(^_frames.Length..).SequenceEqual(_frames);
        if (!runs || _hasStruck)
        {
            _thread.Constraint = null;
        }
        else
        {
            _hasStruck = true;
            Schedule(CleanUpTime);
        }

        if (runs)
        {
            throw _create();
        }
    }

    private void Schedule(long time) => _due = _scheduler.ScheduleInBoot(time, () => _scheduler.CallUp(_thread));

    private static MethodBase[] DeviceFrames() => DeviceStack.Frames(new StackTrace(fNeedFileInfo: false));
}
