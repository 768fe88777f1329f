namespace Earshot.Emulator.Scheduling;

/// <summary>The future, ordered by time and, at the same time, by the order in which it was scheduled.</summary>
internal sealed class EventQueue
{
    private readonly PriorityQueue<ScheduledEvent, (long Time, long Sequence)> _events = new();
    private long _sequence;

    /// <summary>The time of the next pending event, or <see cref="long.MaxValue"/>.</summary>
    public long NextTime
    {
        get
        {
            while (_events.TryPeek(out var next, out _))
            {
                if (next.IsPending)
                {
                    return next.Time;
                }

                _events.Dequeue();
            }

            return long.MaxValue;
        }
    }

    public ScheduledEvent Add(long time, Action action)
    {
        var scheduled = new ScheduledEvent(time, action);
        _events.Enqueue(scheduled, (time, _sequence++));
        return scheduled;
    }

    /// <summary>Removes and returns the next event that lies at or before <paramref name="time"/>.</summary>
    public bool TryTake(long time, out ScheduledEvent scheduled)
    {
        if (NextTime > time)
        {
            scheduled = null!;
            return false;
        }

        scheduled = _events.Dequeue();
        return true;
    }
}
