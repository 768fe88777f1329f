using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Runtime.Threading;

/// <summary>The lock of one object.</summary>
internal sealed class MonitorObject
{
    private readonly WaitQueue _waiting = new();
    private DeviceThread? _owner;
    private int _depth;

    public void Enter(Scheduler scheduler)
    {
        var thread = scheduler.Running;
        if (_owner is null)
        {
            _owner = thread;
        }
        else if (_owner != thread)
        {
            _waiting.Add(thread);
            scheduler.Wait(long.MaxValue, $"a lock that {_owner.Name} holds");
        }

        _depth++;
    }

    public void Exit(Scheduler scheduler)
    {
        if (_owner != scheduler.Running)
        {
            throw new InvalidOperationException();
        }

        if (--_depth > 0)
        {
            return;
        }

        _owner = _waiting.TryTake(out var next) ? next : null;
        if (_owner is not null)
        {
            scheduler.Wake(_owner);
        }
    }
}
