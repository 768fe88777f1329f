using System.Globalization;
using Earshot.Emulator.Power;
using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Peripherals;

/// <summary>The board's pins.</summary>
public sealed class Gpio : IResettable
{
    /// <summary>Pins that the firmware counts: 16 ports of 16 (GPIO_MAX_PIN of its STM32 driver).</summary>
    public const int PinCount = 256;

    private const int PinsPerPort = 16;

    private readonly Scheduler _scheduler;
    private readonly TraceLog _trace;
    private readonly ManagedEvents _events;
    private readonly Action<string> _rose;
    private readonly Dictionary<int, BoardPin> _pins = [];

    /// <param name="scheduler">Virtual time.</param>
    /// <param name="trace">The trace.</param>
    /// <param name="events">The way of edges into managed code.</param>
    /// <param name="rose">Told the name of each pin that rises, whatever the chip is doing: it may wake it.</param>
    internal Gpio(Scheduler scheduler, TraceLog trace, ManagedEvents events, Action<string> rose)
    {
        _rose = rose;
        _scheduler = scheduler;
        _trace = trace;
        _events = events;
    }

    /// <summary>Every pin lets go; what the world does to it stays.</summary>
    public void Reset(ResetCause cause)
    {
        foreach (var pin in _pins.Values)
        {
            pin.Reset();
        }
    }

    /// <summary>A pin by its number: port times 16 plus bit, so that PA5 is 5 and PB0 is 16.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such pin.</exception>
    public BoardPin Pin(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, PinCount);
        if (!_pins.TryGetValue(number, out var pin))
        {
            pin = new BoardPin(_scheduler, _trace, _events, number, NameOf(number));
            pin.Changed += level =>
            {
                if (level)
                {
                    _rose(pin.Name);
                }
            };
            _pins.Add(number, pin);
        }

        return pin;
    }

    /// <summary>A pin by its name, such as <c>PA5</c>.</summary>
    /// <exception cref="ArgumentException">It is no name of a pin.</exception>
    public BoardPin Pin(string name) => Pin(NumberOf(name));

    /// <summary>The number of a pin.</summary>
    /// <inheritdoc cref="Pin(string)" path="/exception"/>
    public static int NumberOf(string name) => TryParse(name, out var number)
        ? number
        : throw new ArgumentException($"{name} is not the name of a pin, such as PA5.", nameof(name));

    /// <summary>Whether a pin can be named so.</summary>
    public static bool IsName(string name) => TryParse(name, out _);

    /// <summary>The name of a pin.</summary>
    public static string NameOf(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"P{(char)('A' + (number / PinsPerPort))}{number % PinsPerPort}");

    private static bool TryParse(string name, out int number)
    {
        number = -1;
        if (name is ['P', >= 'A' and <= 'P' and var port, .. var bit]
            && int.TryParse(bit, NumberStyles.None, CultureInfo.InvariantCulture, out var within)
            && within < PinsPerPort)
        {
            number = ((port - 'A') * PinsPerPort) + within;
        }

        return number >= 0;
    }

    internal void StopListening()
    {
        foreach (var pin in _pins.Values)
        {
            pin.StopListening();
        }
    }
}
