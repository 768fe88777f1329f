using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Radio;

/// <summary>The clock in a modem: it starts at its firmware's epoch and is set by the network.</summary>
internal sealed class ModemClock
{
    private readonly Scheduler _scheduler;
    private readonly DateTime _epoch;
    private DateTime _base;
    private long _baseAt;

    public ModemClock(Scheduler scheduler, DateTime epoch)
    {
        _scheduler = scheduler;
        _epoch = epoch;
        Reset();
    }

    public DateTime UtcNow => _base + VirtualTime.ToTimeSpan(_scheduler.Now - _baseAt);

    public void Set(DateTime utc, long at)
    {
        _base = utc;
        _baseAt = at;
    }

    public void Reset() => Set(_epoch, _scheduler.Now);
}
