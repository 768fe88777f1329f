namespace Earshot.Emulator.Scheduling;

/// <summary>
/// The threads that could run, in nanoCLR's order: each run debits a thread's execution counter by an amount that
/// doubles with every step down in priority, and the highest counter goes first. So a lower priority gets a smaller
/// share of the time, not none (CLR_RT_ExecutionEngine::ScheduleThreads of nf-interpreter 1.17).
/// </summary>
internal sealed class ReadyList
{
    private const int SystemHighest = 5;
    private const int MaximumLead = (1 << SystemHighest) + 1;

    private readonly LinkedList<DeviceThread> _threads = new();
    private int _globalCounter;

    public void Add(DeviceThread thread)
    {
        thread.State = DeviceThreadState.Ready;
        var rank = Rank(thread);
        for (var node = _threads.First; node is not null; node = node.Next)
        {
            if (Rank(node.Value) < rank)
            {
                _threads.AddBefore(node, thread);
                return;
            }
        }

        _threads.AddLast(thread);
    }

    public void Remove(DeviceThread thread) => _threads.Remove(thread);

    /// <summary>Takes the thread that runs next and debits it.</summary>
    public bool TryTake(out DeviceThread thread)
    {
        if (_threads.First is not { } first)
        {
            thread = null!;
            return false;
        }

        _threads.RemoveFirst();
        thread = first.Value;
        // A thread that slept for long does not get all of the missed time back.
        thread.ExecutionCounter = Math.Min(thread.ExecutionCounter, _globalCounter + MaximumLead);
        thread.ExecutionCounter -= 1 << (SystemHighest - thread.Priority);
        _globalCounter = Math.Min(_globalCounter, thread.ExecutionCounter);
        return true;
    }

    /// <summary>Forgets every thread, as at the start.</summary>
    public void Clear()
    {
        _threads.Clear();
        _globalCounter = 0;
    }

    /// <summary>A new thread starts behind all that are ready.</summary>
    public void Enrol(DeviceThread thread) => thread.ExecutionCounter = _globalCounter;

    private static int Rank(DeviceThread thread) => thread.ExecutionCounter + thread.Priority;
}
