namespace Earshot.Emulator.Power;

/// <summary>A battery as its datasheet describes it. It answers how long it lasts, and what it gives at a state of charge.</summary>
public sealed record Battery
{
    private const double SecondsPerHour = 3600;

    /// <summary>Days of a year, for self-discharge and life.</summary>
    public const double DaysPerYear = 365.25;

    /// <summary>Capacity in ampere-hours, new and full.</summary>
    public required double AmpereHours { get; init; }

    /// <summary>The share of the capacity that a board can use before the voltage is too low, above 0 to 1.</summary>
    public double UsableShare { get; init; } = 1;

    /// <summary>The share of the capacity that it loses by itself in a year, 0 to below 1.</summary>
    public double SelfDischargePerYear { get; init; }

    /// <summary>Resistance in ohms, which lowers the voltage under load.</summary>
    public double Ohms { get; init; }

    /// <summary>
    /// Open-circuit volts at equal steps of the charge from empty to full, two or more, never falling: such as 2.0, 2.9, 3.0, 3.0.
    /// </summary>
    public IReadOnlyList<double> Volts { get; init; } = [3.0, 3.0];

    /// <summary>The share of the charge that is there at power-on, above 0 to 1.</summary>
    public double InitialShare { get; init; } = 1;

    /// <summary>The charge of a full one, in coulombs.</summary>
    public double Coulombs => AmpereHours * SecondsPerHour;

    /// <summary>What it loses by itself, as a current in amperes: a share of the new capacity, evenly.</summary>
    public double SelfDischargeAmperes => Coulombs * SelfDischargePerYear / (DaysPerYear * 24 * SecondsPerHour);

    /// <summary>How long a full one lasts at an average current, its self-discharge included.</summary>
    /// <param name="averageAmperes">What the board draws on average, from 0.</param>
    /// <returns>The time, or <see cref="TimeSpan.MaxValue"/> when that is longer than 100 years.</returns>
    public TimeSpan Life(double averageAmperes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(averageAmperes);
        var seconds = Coulombs * UsableShare / (averageAmperes + SelfDischargeAmperes);
        return seconds < 100 * DaysPerYear * 24 * SecondsPerHour ? TimeSpan.FromSeconds(Math.Floor(seconds)) : TimeSpan.MaxValue;
    }

    /// <summary>Volts at a share of the charge under a load.</summary>
    /// <param name="share">From 0 (empty) to 1 (full); beyond counts as the end.</param>
    /// <param name="amperes">The load.</param>
    public double VoltsAt(double share, double amperes)
    {
        var position = Math.Clamp(share, 0, 1) * (Volts.Count - 1);
        var below = Math.Min((int)position, Volts.Count - 2);
        var open = Volts[below] + ((position - below) * (Volts[below + 1] - Volts[below]));
        return Math.Max(0, open - (amperes * Ohms));
    }

    /// <exception cref="ArgumentException">A value that no battery can have.</exception>
    internal void Check()
    {
        Require(AmpereHours is > 0 and < 1e6, "AmpereHours", "above 0");
        Require(UsableShare is > 0 and <= 1, "UsableShare", "above 0, at most 1");
        Require(SelfDischargePerYear is >= 0 and < 1, "SelfDischargePerYear", "from 0 to below 1");
        Require(Ohms is >= 0 and < 1e4, "Ohms", "from 0");
        Require(InitialShare is > 0 and <= 1, "InitialShare", "above 0, at most 1");
        var rises = Volts.Zip(Volts.Skip(1)).All(pair => pair.First <= pair.Second);
        Require(Volts.Count >= 2 && rises && Volts[0] >= 0 && Volts[^1] <= 20, "Volts", "two or more, never falling, from 0 to 20");
    }

    private static void Require(bool condition, string name, string range)
    {
        if (!condition)
        {
            throw new ArgumentException($"A battery's {name} is {range}.", name);
        }
    }
}
