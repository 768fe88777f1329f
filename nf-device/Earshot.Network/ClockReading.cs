using System;

namespace Earshot;

/// <summary>The calendar clock beside the ticks since the start, which nobody sets: when they part, somebody has set the clock.</summary>
internal sealed class ClockReading
{
    private const long TicksPerMillisecond = 10000;
    // Both count in steps of about a millisecond, and each is read twice.
    private const long Resolution = 4;
    // The two come from different oscillators; the worse one of the chips is off by 1 %.
    private const long DriftDivisor = 100;

    private long _calendar;
    private long _uptime;

    public ClockReading()
    {
        Read();
    }

    /// <summary>Milliseconds by which the calendar clock was set ahead since the last reading, negative for back; 0 when it was not.</summary>
    public long JumpSince()
    {
        long calendar = _calendar;
        long uptime = _uptime;
        Read();
        long passed = _uptime - uptime;
        long jump = _calendar - calendar - passed;
        long magnitude = jump < 0 ? -jump : jump;
        return magnitude > Resolution + (passed / DriftDivisor) ? jump : 0;
    }

    // Another thread may run between the two; then they do not belong together.
    private void Read()
    {
        long before;
        do
        {
            before = Environment.TickCount64;
            _calendar = DateTime.UtcNow.Ticks / TicksPerMillisecond;
            _uptime = Environment.TickCount64;
        }
        while (_uptime - before > 1);
    }
}
