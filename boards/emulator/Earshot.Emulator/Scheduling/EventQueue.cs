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

    /// <summary>Whether anything is to happen that could wake a thread.</summary>
    public bool MayWake
    {
        get
        {
            // The scan is rare: the battery is looked at once a minute, the time is asked for once an hour.
            return NextTime != long.MaxValue && (!_events.Peek().IsRoutine
                || _events.UnorderedItems.Any(item => item.Element is { IsPending: true, IsRoutine: false }));
        }
    }

    /// <summary>What is still to happen, in no order.</summary>
    public IEnumerable<Action> PendingActions => _events.UnorderedItems.Select(item => item.Element.PendingAction).OfType<Action>();

    public ScheduledEvent Add(long time, Action action, bool isRoutine = false)
    {
        var scheduled = new ScheduledEvent(action) { IsRoutine = isRoutine };
        Add(scheduled, time);
        return scheduled;
    }

    /// <summary>Puts an event back for another time, behind those of the same time.</summary>
    public void Add(ScheduledEvent scheduled, long time)
    {
        scheduled.Time = time;
        _events.Enqueue(scheduled, (time, _sequence++));
    }

    /// <summary>Takes every event out that is as <paramref name="condition"/> says, and gives them in their order; so the others stay.</summary>
    public IReadOnlyList<ScheduledEvent> Remove(Predicate<ScheduledEvent> condition)
    {
        var pending = _events.UnorderedItems.Where(item => item.Element.IsPending).ToLookup(item => condition(item.Element));
        var kept = pending[false].ToArray();
        var removed = pending[true].OrderBy(item => item.Priority).Select(item => item.Element).ToArray();
        _events.Clear();
        _events.EnqueueRange(kept);
        return removed;
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
