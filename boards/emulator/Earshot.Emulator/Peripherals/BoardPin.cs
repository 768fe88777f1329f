using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Peripherals;

/// <summary>
/// A pin between the board and the world: the board drives it by its mode and its output, the world by
/// <see cref="DriveFromOutside"/>. A pin that nothing drives reads low, where a real one would read noise.
/// </summary>
public sealed class BoardPin
{
    private const byte GpioCategory = 20;

    private readonly Scheduler _scheduler;
    private readonly TraceLog _trace;
    private readonly ManagedEvents _events;
    private bool? _outside;
    private bool _output;
    private bool _listens;
    private bool _lastReported;
    private bool _expected;
    private long _debounce;
    private ScheduledEvent? _settled;

    internal BoardPin(Scheduler scheduler, TraceLog trace, ManagedEvents events, int number, string name)
    {
        _scheduler = scheduler;
        _trace = trace;
        _events = events;
        Number = number;
        Name = name;
    }

    /// <summary>Port times 16 plus bit.</summary>
    public int Number { get; }

    /// <summary>Such as PA5.</summary>
    public string Name { get; }

    /// <summary>How managed code has set it up.</summary>
    public GpioMode Mode { get; private set; } = GpioMode.Analog;

    /// <summary>Whether the pin is high.</summary>
    public bool Level { get; private set; }

    /// <summary>What a resistor on the board pulls the pin to while nothing drives it; null for none.</summary>
    public bool? ExternalPull
    {
        get;
        set
        {
            field = value;
            Settle();
        }
    }

    /// <summary>Raised after each change of the level, with the new one.</summary>
    public event Action<bool>? Changed;

    /// <summary>Whether managed code has it open.</summary>
    internal bool IsReserved { get; private set; }

    /// <summary>The device's GpioPin object.</summary>
    internal object? Owner { get; private set; }

    /// <summary>Lets the world drive the pin, such as a button or a sensor's output.</summary>
    /// <param name="level">True for high.</param>
    public void DriveFromOutside(bool level)
    {
        _outside = level;
        if (Mode == GpioMode.Output && level != _output)
        {
            _trace.Write(Name, $"short circuit: the board drives it {Text(_output)}, the world {Text(level)}");
        }

        Settle();
    }

    /// <summary>Lets the world let go of the pin.</summary>
    public void ReleaseFromOutside()
    {
        _outside = null;
        Settle();
    }

    internal bool Reserve(object owner)
    {
        if (IsReserved)
        {
            return false;
        }

        IsReserved = true;
        Owner = owner;
        return true;
    }

    internal void Free()
    {
        StopListening();
        IsReserved = false;
        Owner = null;
        Mode = GpioMode.Analog;
        Settle();
    }

    internal void SetMode(GpioMode mode)
    {
        Mode = mode;
        if (mode is GpioMode.Output or GpioMode.OutputOpenDrain)
        {
            // As in the firmware, an output starts low and its interrupt is gone.
            StopListening();
            _output = false;
        }

        Settle();
    }

    internal void Write(bool level)
    {
        _output = level;
        Settle();
    }

    /// <summary>Reports both edges to managed code; without effect while it does already.</summary>
    /// <param name="debounce">How long the level must be steady, in nanoseconds.</param>
    internal void Listen(long debounce)
    {
        if (_listens)
        {
            return;
        }

        _listens = true;
        _debounce = debounce;
        _lastReported = Level;
        _expected = !Level;
    }

    internal void SetDebounce(long debounce) => _debounce = debounce;

    internal void StopListening()
    {
        _listens = false;
        _settled?.Cancel();
        _settled = null;
    }

    internal void Reset()
    {
        Free();
        _output = false;
        Settle();
    }

    internal void Post(bool level) => _events.Post(GpioCategory, 0, (ushort)Number, level ? 1u : 0u);

    private void Settle()
    {
        var level = Mode switch
        {
            GpioMode.Output => _output,
            GpioMode.OutputOpenDrain => _output && (_outside ?? ExternalPull ?? false),
            GpioMode.InputPullUp => _outside ?? ExternalPull ?? true,
            _ => _outside ?? ExternalPull ?? false,
        };
        if (level == Level)
        {
            return;
        }

        Level = level;
        _trace.Write(Name, Text(level));
        Changed?.Invoke(level);
        if (_listens)
        {
            OnEdge();
        }
    }

    // GpioEventCallback and DebounceTimerCallback of the firmware.
    private void OnEdge()
    {
        if (_debounce == 0)
        {
            if (Level != _lastReported)
            {
                _lastReported = Level;
                Post(Level);
            }
        }
        else if (_settled is not { IsPending: true })
        {
            _settled = _scheduler.ScheduleInBoot(_debounce, () =>
            {
                if (Level == _expected)
                {
                    Post(Level);
                    _expected = !_expected;
                }
            });
        }
    }

    private static string Text(bool level) => level ? "high" : "low";
}
