using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Peripherals;

/// <summary>
/// The chip's calendar clock: counts 1/1024 s of a crystal that is not exact, shows years from 2000 to 2099, and has an alarm. It
/// goes on through resets and standby.
/// </summary>
public sealed class RealTimeClock
{
    private const long Billion = 1_000_000_000;
    private const long Subseconds = 1024;

    private readonly Scheduler _scheduler;
    private readonly long _partsPerBillion;
    private DateTime _shown;
    private long _setAt;
    private ScheduledEvent? _match;
    private RtcAlarm? _alarm;

    /// <summary>Creates a clock.</summary>
    /// <param name="scheduler">Virtual time.</param>
    /// <param name="atPowerOn">What it shows now.</param>
    /// <param name="driftPpm">How much faster than true time it runs, in parts per million.</param>
    public RealTimeClock(Scheduler scheduler, DateTime atPowerOn, double driftPpm = 0)
    {
        _scheduler = scheduler;
        _partsPerBillion = (long)Math.Round(driftPpm * 1000);
        _shown = DateTime.SpecifyKind(atPowerOn, DateTimeKind.Utc);
        _setAt = scheduler.Now;
    }

    /// <summary>What it shows: whole milliseconds of its 1024th parts of a second.</summary>
    public DateTime UtcNow
    {
        get
        {
            var ticks = (_shown + VirtualTime.ToTimeSpan(Counted(_scheduler.Now - _setAt))).Ticks;
            var second = ticks - (ticks % TimeSpan.TicksPerSecond);
            var subseconds = (ticks - second) * Subseconds / TimeSpan.TicksPerSecond;
            return new DateTime(second + (subseconds * 1000 / Subseconds * TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
        }
    }

    /// <summary>How much faster than true time it runs, in parts per million.</summary>
    public double DriftPpm => _partsPerBillion / 1000.0;

    /// <summary>When its alarm is due; null when none is set.</summary>
    public RtcAlarm? Alarm => _alarm;

    /// <summary>Whether the alarm has matched since the last start of the firmware.</summary>
    internal bool HasMatched { get; set; }

    /// <summary>Raised when the alarm matches.</summary>
    public event Action? Matched;

    /// <summary>
    /// Sets it: the fraction of the second is dropped, and of the year only the last two digits are kept.
    /// </summary>
    public void Set(DateTime time)
    {
        var year = 2000 + (time.Year % 100);
        var day = Math.Min(time.Day, DateTime.DaysInMonth(year, time.Month));
        _shown = new DateTime(year, time.Month, day, time.Hour, time.Minute, time.Second, DateTimeKind.Utc);
        _setAt = _scheduler.Now;
        Arm();
    }

    /// <summary>Sets the alarm, or takes it back.</summary>
    internal void SetAlarm(RtcAlarm? alarm)
    {
        _alarm = alarm;
        Arm();
    }

    /// <summary>The backup supply was lost: it starts anew, without alarm.</summary>
    internal void Lose()
    {
        HasMatched = false;
        SetAlarm(null);
        Set(new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc));
    }

    private void Arm()
    {
        _match?.Cancel();
        if (_alarm?.Next(UtcNow) is { } next)
        {
            _match = _scheduler.ScheduleAt(_setAt + TrueTimeOf(VirtualTime.From(next - _shown)), Match);
        }
    }

    private void Match()
    {
        HasMatched = true;
        Arm();
        Matched?.Invoke();
    }

    private long Counted(long trueTime) => trueTime + (long)((Int128)trueTime * _partsPerBillion / Billion);

    /// <summary>The first nanosecond at which so much time has been counted.</summary>
    private long TrueTimeOf(long counted)
    {
        var time = (long)((Int128)counted * Billion / (Billion + _partsPerBillion));
        while (Counted(time) < counted)
        {
            time++;
        }

        return time;
    }
}
