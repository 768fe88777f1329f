namespace Earshot.Emulator.Scheduling;

/// <summary>A device thread of the CLR's own that runs callbacks one after another, started when there is one.</summary>
internal sealed class SystemThread
{
    private readonly Scheduler _scheduler;
    private readonly string _name;
    private readonly Queue<Action> _work = new();
    private bool _isRunning;

    /// <summary>Makes a thread that starts with its first callback.</summary>
    public SystemThread(Scheduler scheduler, string name)
    {
        _scheduler = scheduler;
        _name = name;
        scheduler.SystemThreads.Add(this);
    }

    /// <summary>Callbacks that wait for their turn.</summary>
    public IEnumerable<Action> Waiting => _work;

    /// <summary>Whether it has something to do.</summary>
    public bool IsRunning => _isRunning;

    /// <summary>Queues a callback into device code. Called by the hardware or by device code.</summary>
    public void Post(Action callback)
    {
        _work.Enqueue(callback);
        if (!_isRunning)
        {
            _isRunning = true;
            _scheduler.Start(_scheduler.CreateThread(_name, Run));
        }
    }

    private void Run()
    {
        while (_work.TryDequeue(out var callback))
        {
            callback();
        }

        _isRunning = false;
    }
}
