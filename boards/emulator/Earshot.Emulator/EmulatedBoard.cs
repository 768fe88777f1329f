using System.Runtime.CompilerServices;
using Earshot.Emulator.Boards;
using Earshot.Emulator.Peripherals;
using Earshot.Emulator.Runtime.Threading;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator;

/// <summary>
/// One emulated board: processor, peripherals and the app on it. Boards share nothing, so any number of them can run in a
/// process, each on one thread at a time.
/// </summary>
public sealed class EmulatedBoard : IDisposable
{
    private readonly ConditionalWeakTable<object, MonitorObject> _monitors = [];
    private readonly ConditionalWeakTable<object, object> _identities = [];
    private readonly Dictionary<Type, object> _devices = [];
    private int _lastIdentity;

    /// <summary>Flashes an app onto a board and switches it on; <see cref="Run"/> lets time pass.</summary>
    public EmulatedBoard(EmulatedBoardSettings settings)
    {
        Description = settings.Board;
        Scheduler = new Scheduler(settings.Board.PicosecondsPerUnit) { Owner = this };
        Trace = new TraceLog(Scheduler);
        Console = new DebugConsole(Trace);
        Clock = new RealTimeClock(Scheduler, settings.PowerOn);
        Entropy = new Random(settings.Seed);
        Microphone = new CaptureRing(Scheduler, settings.Sound, settings.Board.Capture.BlockSamples, settings.Board.Capture.RingSamples);
        Uarts = settings.Board.Uarts.ToDictionary(uart => uart.Port, uart => new Uart(Scheduler, Trace, uart.Port));
        TimerThread = new SystemThread(Scheduler, "timer thread");
        InterruptThread = new SystemThread(Scheduler, "interrupt thread");
        settings.Wire?.Invoke(this);
        Scheduler.Start(Scheduler.CreateThread("main thread", settings.Application.Instantiate()));
    }

    /// <summary>The board whose device code is calling.</summary>
    /// <exception cref="InvalidOperationException">The caller is not device code.</exception>
    public static EmulatedBoard Current => Meter.Scheduler?.Owner as EmulatedBoard
        ?? throw new InvalidOperationException("Only device code has a board.");

    /// <summary>What kind of board it is.</summary>
    public BoardDescription Description { get; }

    /// <summary>Virtual time and the device's threads.</summary>
    public Scheduler Scheduler { get; }

    /// <summary>What has happened.</summary>
    public TraceLog Trace { get; }

    /// <summary>The debug channel.</summary>
    public DebugConsole Console { get; }

    /// <summary>The calendar clock.</summary>
    public RealTimeClock Clock { get; }

    /// <summary>The microphone.</summary>
    public CaptureRing Microphone { get; }

    /// <summary>Serial ports by name.</summary>
    public IReadOnlyDictionary<string, Uart> Uarts { get; }

    internal Random Entropy { get; }

    internal SystemThread TimerThread { get; }

    internal SystemThread InterruptThread { get; }

    /// <summary>Adds a part that native halves find by its type.</summary>
    public void Add<T>(T device)
        where T : class => _devices.Add(typeof(T), device);

    /// <summary>Finds a part.</summary>
    /// <exception cref="NotSupportedException">The board has none of that type.</exception>
    public T Get<T>()
        where T : class => _devices.GetValueOrDefault(typeof(T)) as T
        ?? throw new NotSupportedException($"{Description.Target} is emulated without {typeof(T).Name}.");

    /// <summary>Runs until virtual time has reached <paramref name="until"/>, or the app ends. Can be called again to go on.</summary>
    /// <param name="until">Time since power-on.</param>
    public RunOutcome Run(TimeSpan until)
    {
        var outcome = Scheduler.Run(VirtualTime.From(until));
        switch (outcome)
        {
            case RunOutcome.UncaughtException:
                Trace.Write("clr", Scheduler.Failure!.Describe());
                break;
            case RunOutcome.BlockedForever:
                foreach (var thread in Scheduler.Threads)
                {
                    Trace.Write("clr", $"{thread.Name} waits for ever for {thread.WaitsFor}");
                }

                break;
        }

        return outcome;
    }

    /// <summary>Switches the board off.</summary>
    public void Dispose()
    {
        Scheduler.Dispose();
        foreach (var device in _devices.Values.OfType<IDisposable>())
        {
            device.Dispose();
        }
    }

    internal MonitorObject MonitorOf(object instance) => _monitors.GetOrCreateValue(instance);

    internal int IdentityOf(object instance) => (int)_identities.GetValue(instance, _ => ++_lastIdentity);
}
