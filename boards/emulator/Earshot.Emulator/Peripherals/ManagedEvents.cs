using Earshot.Emulator.Power;

namespace Earshot.Emulator.Peripherals;

/// <summary>
/// The way of native drivers' interrupts into managed code: each becomes a record in a queue of limited length, and the
/// CLR's interrupt thread calls the dispatchers of managed code for one record after another (InterruptHandler.cpp and
/// NativeEventDispatcher.cpp of nf-interpreter 1.17).
/// </summary>
public sealed class ManagedEvents : IResettable
{
    /// <summary>The driver behind EventSink, through which the packages get their events.</summary>
    public const string EventSink = "EventSink";

    /// <summary>Records that wait for managed code at most; later ones are lost (INTERRUPT_RECORDS__medium).</summary>
    public const int Capacity = 128;

    private readonly EmulatedBoard _board;
    private readonly HashSet<string> _drivers = [EventSink];
    private readonly Dictionary<string, Action<uint, uint, DateTime>> _dispatchers = [];

    internal ManagedEvents(EmulatedBoard board) => _board = board;

    /// <summary>Records that wait for managed code.</summary>
    public int Waiting { get; private set; }

    /// <summary>Interrupts that were lost because the queue was full.</summary>
    public long Lost { get; private set; }

    /// <summary>The queue and the dispatchers go with the program.</summary>
    public void Reset(ResetCause cause)
    {
        _dispatchers.Clear();
        Waiting = 0;
    }

    /// <summary>Adds a driver that NativeEventDispatcher objects can be made for.</summary>
    public void AddDriver(string name) => _drivers.Add(name);

    /// <summary>Raises an event of the packages: EventSink hands it to the listener of its category.</summary>
    /// <param name="category">nanoFramework.Runtime.Events.EventCategory as a number.</param>
    /// <param name="subcategory">The driver's own.</param>
    /// <param name="data1">16 bits.</param>
    /// <param name="data2">32 bits.</param>
    public void Post(byte category, byte subcategory, ushort data1, uint data2) =>
        Interrupt(EventSink, ((uint)data1 << 16) | ((uint)category << 8) | subcategory, data2);

    /// <summary>Lets a driver interrupt; without effect when managed code has no dispatcher for it.</summary>
    public void Interrupt(string driver, uint data1, uint data2)
    {
        if (!_dispatchers.ContainsKey(driver))
        {
            return;
        }

        if (Waiting == Capacity)
        {
            Lost++;
            _board.Trace.Write("events", $"an interrupt of {driver} is lost: {Capacity} wait for managed code");
            return;
        }

        var time = _board.Clock.UtcNow;
        Waiting++;
        _board.InterruptThread.Post(() =>
        {
            Waiting--;
            _dispatchers.GetValueOrDefault(driver)?.Invoke(data1, data2, time);
        });
    }

    internal bool HasDriver(string name) => _drivers.Contains(name);

    internal void Attach(string driver, Action<uint, uint, DateTime> dispatcher) => _dispatchers[driver] = dispatcher;

    internal void Detach(string driver) => _dispatchers.Remove(driver);
}
