using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Power;

/// <summary>One component's consumption, by its states.</summary>
public class EnergyComponent
{
    private const double PicoamperesPerAmpere = 1e12;

    private readonly Scheduler _scheduler;
    private readonly List<EnergyUse> _uses = [];
    private EnergyUse _current;
    private long _since;
    private long _picoamperes;

    internal EnergyComponent(Scheduler scheduler, string name)
    {
        _scheduler = scheduler;
        Name = name;
        _since = scheduler.Now;
        _current = UseOf("off");
    }

    /// <summary>What it is.</summary>
    public string Name { get; }

    /// <summary>The state it is in.</summary>
    public string State => _current.State;

    /// <summary>What it draws now, in amperes.</summary>
    public double Amperes => _picoamperes / PicoamperesPerAmpere;

    /// <summary>What it has drawn in each of its states up to now.</summary>
    public IReadOnlyList<EnergyUse> Uses
    {
        get
        {
            Settle();
            return _uses;
        }
    }

    /// <summary>What it has drawn in all of its states, in coulombs.</summary>
    public double Coulombs => Uses.Sum(use => use.Coulombs);

    internal event Action? Changed;

    /// <summary>Enters a state: from now on it draws that current.</summary>
    /// <param name="state">The state's name, such as <c>transmit</c>.</param>
    /// <param name="amperes">At the board's supply, from 0; resolved to a picoampere.</param>
    public void Draw(string state, double amperes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amperes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amperes, 1000);
        Settle();
        _current = UseOf(state);
        _picoamperes = Picoamperes(amperes);
        Changed?.Invoke();
    }

    private protected static long Picoamperes(double amperes) => (long)Math.Round(amperes * PicoamperesPerAmpere);

    private protected virtual void Account(EnergyUse use, long nanoseconds, long picoamperes) => use.Add(nanoseconds, picoamperes);

    private void Settle()
    {
        var now = _scheduler.Now;
        Account(_current, now - _since, _picoamperes);
        _since = now;
    }

    private protected EnergyUse UseOf(string state)
    {
        var use = _uses.Find(other => other.State == state);
        if (use is null)
        {
            use = new EnergyUse(state);
            _uses.Add(use);
        }

        return use;
    }
}
