namespace Earshot.Emulator.Scheduling;

/// <summary>A device thread of the CLR's own that runs callbacks one after another, started when there is one.</summary>
internal sealed class SystemThread(Scheduler scheduler, string name)
{
    private readonly Queue<Action> _work = new();
    private bool _isRunning;

    /// <summary>Queues a callback into device code. Called by the hardware or by device code.</summary>
    public void Post(Action callback)
    {
        _work.Enqueue(callback);
        if (!_isRunning)
        {
            _isRunning = true;
            scheduler.Start(scheduler.CreateThread(name, Run));
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
