using Earshot.Emulator.Scheduling;

namespace Earshot.Emulator.Power;

/// <summary>What a component has drawn in one of its states.</summary>
public sealed class EnergyUse
{
    private const double UnitsPerCoulomb = 1e21;

    // Picoamperes times nanoseconds: 2^127 of them are more than any battery holds.
    private Int128 _charge;
    private long _nanoseconds;

    internal EnergyUse(string state) => State = state;

    /// <summary>The state's name.</summary>
    public string State { get; }

    /// <summary>How long it has been in that state.</summary>
    public TimeSpan Time => VirtualTime.ToTimeSpan(_nanoseconds);

    /// <summary>The charge drawn, in coulombs.</summary>
    public double Coulombs => (double)_charge / UnitsPerCoulomb;

    internal long Nanoseconds => _nanoseconds;

    internal void Add(long nanoseconds, long picoamperes)
    {
        _nanoseconds += nanoseconds;
        _charge += (Int128)nanoseconds * picoamperes;
    }
}
