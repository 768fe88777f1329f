using System.Globalization;

namespace Earshot.Emulator.Scheduling;

/// <summary>One managed thread of the device: a .NET thread that runs only while it holds its scheduler's baton.</summary>
public sealed class DeviceThread
{
    // nanoCLR keeps stack frames in its heap; as many of its smallest ones as fit there must fit here too.
    private const long SmallestFrame = 204;
    private const long HostFrame = 1024;
    private const long HostReserve = 512 * 1024;
    private const long LargestStack = 64 * 1024 * 1024;

    private readonly Scheduler _scheduler;
    private readonly Action _body;
    private readonly Baton _baton = new();
    private Thread? _carrier;

    internal DeviceThread(Scheduler scheduler, int id, string name, Action body)
    {
        _scheduler = scheduler;
        _body = body;
        Id = id;
        Name = name;
    }

    /// <summary>The managed thread id, from 1 in order of creation.</summary>
    public int Id { get; }

    /// <summary>What the thread is, for messages.</summary>
    public string Name { get; }

    /// <summary>What it executes and allocates.</summary>
    internal ThreadMeter Meter { get; } = new();

    /// <summary>What it runs.</summary>
    internal Action Body => _body;

    /// <summary>nanoCLR's priority, 0 (lowest) to 4 (highest); 2 is normal.</summary>
    internal int Priority { get; set; } = 2;

    internal int ExecutionCounter { get; set; }

    internal DeviceThreadState State { get; set; } = DeviceThreadState.Unstarted;

    internal bool IsSuspended { get; set; }

    internal bool AbortRequested { get; set; }

    /// <summary>What the thread waits for, for messages; empty while it does not wait.</summary>
    internal string WaitsFor { get; set; } = "";

    /// <summary>Where it waits, innermost first, as <see cref="Scheduler.AskForStacks"/> has found.</summary>
    internal IReadOnlyList<string> Stack { get; set; } = [];

    internal bool TimedOut { get; set; }

    /// <summary>Whether it runs although what it waits for has not come, only to look at its constraint.</summary>
    internal bool WasCalledUp { get; set; }

    /// <summary>The limit that it has set to itself.</summary>
    internal ExecutionLimit? Constraint { get; set; }

    internal ScheduledEvent? Deadline { get; set; }

    /// <summary>Threads that join this one.</summary>
    internal WaitQueue Ended { get; } = new();

    internal void TakeBaton()
    {
        if (_carrier is null)
        {
            _carrier = new Thread(Carry, StackBytes()) { IsBackground = true, Name = Name };
            _carrier.Start();
        }

        _baton.Give();
    }

    internal void AwaitBaton() => _baton.Take();

    /// <summary>Waits until the .NET thread has gone; without effect when it never started.</summary>
    internal void WaitUntilGone() => _carrier?.Join();

    internal bool HasCarrier => _carrier is not null;

    private int StackBytes() =>
        (int)Math.Min(LargestStack, HostReserve + ((_scheduler.Heap?.Capacity ?? 0) / SmallestFrame * HostFrame));

    private void Carry()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        _baton.Take();
        _scheduler.ThreadBegins(this);
        try
        {
            _body();
            _scheduler.ThreadEnds(this, null);
        }
        catch (MachineStoppedException)
        {
            _scheduler.ThreadUnwound(this);
        }
        catch (Exception exception)
        {
            _scheduler.ThreadEnds(this, exception);
        }
    }
}
