using System.Runtime.CompilerServices;
using Earshot.Emulator.Boards;
using Earshot.Emulator.Heap;
using Earshot.Emulator.Loading;
using Earshot.Emulator.Peripherals;
using Earshot.Emulator.Power;
using Earshot.Emulator.Runtime.Threading;
using Earshot.Emulator.Scheduling;
using Earshot.Emulator.Sound;
using Earshot.Emulator.Storage;

namespace Earshot.Emulator;

/// <summary>
/// One emulated board: processor, peripherals and the app on it. Boards share nothing but the app's code, so any number of them can
/// run in a process, each on one thread at a time.
/// </summary>
public sealed partial class EmulatedBoard : IDisposable
{
    private readonly EmulatedBoardSettings _settings;
    private readonly Dictionary<Type, object> _devices = [];
    private ConditionalWeakTable<object, MonitorObject> _monitors = [];
    private ConditionalWeakTable<object, object> _identities = [];
    private int _lastIdentity;
    private bool _isEndTold;

    /// <summary>
    /// Flashes an app onto a board and switches it on; <see cref="Run"/> lets time pass. Virtual time begins when the firmware
    /// hands over to the app for the first time.
    /// </summary>
    public EmulatedBoard(EmulatedBoardSettings settings)
    {
        _settings = settings;
        Description = settings.Board;
        Scheduler = new Scheduler(settings.Board.PicosecondsPerUnit) { Owner = this, EndsWithProgram = settings.EndsWithProgram };
        Trace = new TraceLog(Scheduler);
        Scheduler.Survived = failure => Trace.Write("clr", failure.Describe());
        Console = new DebugConsole(Trace);
        Energy = new EnergyMeter(Scheduler);
        Clock = new RealTimeClock(Scheduler, settings.PowerOn, settings.ClockDriftPpm);
        Clock.Matched += AlarmMatched;
        Backup = new BackupRegisters(Scheduler, settings.Board.Backup?.Bytes ?? 0, settings.Board.ClockHertz);
        WakeupPins = new WakeupPins(this);
        Entropy = new Random(settings.Seed);
        Microphone = MicrophoneOf(settings);
        Analog = new AnalogInputs(this);
        Spi = new SpiBuses(this);
        Sntp = new SntpClient(this, settings.PowerOn);
        Events = new ManagedEvents(this);
        Gpio = new Gpio(Scheduler, Trace, Events, pin => WakeupPins.Rise(pin));
        Uarts = settings.Board.Uarts.ToDictionary(uart => uart.Port, uart => new Uart(Scheduler, Trace, Events, uart.Port));
        Storage = settings.Storage ?? new FlashStorage();
        Storage.Attach(Scheduler, Trace);
        Power = new PowerController(this);
        Watchdog = new IndependentWatchdog(this);
        Supply = new Supply(this, settings);
        TimerThread = new SystemThread(Scheduler, "timer thread");
        InterruptThread = new SystemThread(Scheduler, "interrupt thread");
        Heap = new HeapStatistics { Capacity = Description.Memory.ManagedHeapBytes ?? Description.Memory.RamBytes / 2 };
        settings.Wire?.Invoke(this);
        SwitchOn(VirtualTime.From(settings.SwitchOn));
    }

    /// <summary>The board whose device code is calling.</summary>
    /// <exception cref="InvalidOperationException">The caller is not device code.</exception>
    public static EmulatedBoard Current => ThreadMeter.Current.Scheduler?.Owner as EmulatedBoard
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

    /// <summary>The registers that survive resets and standby.</summary>
    public BackupRegisters Backup { get; }

    /// <summary>The pins that wake the chip from standby.</summary>
    public WakeupPins WakeupPins { get; }

    /// <summary>Converter channels that the program has added.</summary>
    public AddedAdcChannels AddedAdcChannels { get; } = new();

    /// <summary>Seed of everything random.</summary>
    public int Seed => _settings.Seed;

    /// <summary>The microphone.</summary>
    public CaptureRing Microphone { get; }

    /// <summary>Serial ports by name.</summary>
    public IReadOnlyDictionary<string, Uart> Uarts { get; }

    /// <summary>The way of interrupts into managed code.</summary>
    public ManagedEvents Events { get; }

    /// <summary>The pins.</summary>
    public Gpio Gpio { get; }

    /// <summary>The converter's channels for managed code.</summary>
    public AnalogInputs Analog { get; }

    /// <summary>The SPI buses.</summary>
    public SpiBuses Spi { get; }

    /// <summary>The firmware's time client, and the servers that it can reach.</summary>
    public SntpClient Sntp { get; }

    /// <summary>The flash behind drive I:.</summary>
    public FlashStorage Storage { get; }

    /// <summary>The chip's power states.</summary>
    public PowerController Power { get; }

    /// <summary>The independent watchdog.</summary>
    public IndependentWatchdog Watchdog { get; }

    /// <summary>Where the current comes from.</summary>
    public Supply Supply { get; }

    /// <summary>The supply in millivolts.</summary>
    public int SupplyMillivolts => Supply.Millivolts;

    /// <summary>What each component draws.</summary>
    public EnergyMeter Energy { get; }

    /// <summary>When the app is blocked for ever: what each thread waits for, and its stack.</summary>
    public IReadOnlyList<string> Waiting { get; private set; } = [];

    /// <summary>The managed heap's figures.</summary>
    public HeapStatistics Heap { get; }

    internal Random Entropy { get; }

    internal SystemThread TimerThread { get; private set; }

    internal SystemThread InterruptThread { get; private set; }

    /// <summary>Adds a part that native halves find by its type; one that is <see cref="IResettable"/> is told of each reset.</summary>
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
        RunOutcome outcome;
        do
        {
            outcome = Scheduler.Run(VirtualTime.From(until));
        }
        while (TookTransition());

        if (!_isEndTold)
        {
            _isEndTold = outcome is RunOutcome.UncaughtException or RunOutcome.BlockedForever;
            TellEnd(outcome);
        }

        return outcome;
    }

    /// <summary>Switches the board off.</summary>
    public void Dispose()
    {
        Scheduler.Dispose();
        Supply.Dispose();
        foreach (var device in _devices.Values.OfType<IDisposable>())
        {
            device.Dispose();
        }
    }

    private void TellEnd(RunOutcome outcome)
    {
        if (outcome == RunOutcome.UncaughtException)
        {
            Trace.Write("clr", Scheduler.Failure!.Describe());
        }
        else if (outcome == RunOutcome.BlockedForever)
        {
            Scheduler.AskForStacks();
            Waiting = [.. Scheduler.Threads.Select(thread =>
                $"{thread.Name} waits for ever for {thread.WaitsFor}" + string.Concat(thread.Stack.Select(frame => "\n    at " + frame)))];
            foreach (var thread in Waiting)
            {
                Trace.Write("clr", thread);
            }
        }
    }

    private CaptureRing MicrophoneOf(EmulatedBoardSettings settings)
    {
        var capture = Description.Capture;
        return new CaptureRing(
            Scheduler,
            new MicrophoneModel(settings.Sound, settings.Seed),
            capture.BlockSamples,
            capture.RingSamples,
            new CaptureEnergy(Energy, Description));
    }

    internal MonitorObject MonitorOf(object instance) => _monitors.GetOrCreateValue(instance);

    internal int IdentityOf(object instance) => (int)_identities.GetValue(instance, _ => ++_lastIdentity);
}
