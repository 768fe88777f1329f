using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Peripherals;

/// <summary>The board's calendar clock.</summary>
public sealed class RealTimeClock(Scheduler scheduler, DateTime atPowerOn)
{
    private DateTime _base = DateTime.SpecifyKind(atPowerOn, DateTimeKind.Utc);

    /// <summary>What it shows.</summary>
    public DateTime UtcNow => _base + VirtualTime.ToTimeSpan(scheduler.Now);

    /// <summary>Sets it.</summary>
    public void Set(DateTime time) => _base = DateTime.SpecifyKind(time, DateTimeKind.Utc) - VirtualTime.ToTimeSpan(scheduler.Now);
}
