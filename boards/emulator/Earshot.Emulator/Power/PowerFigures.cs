namespace Earshot.Emulator.Power;

/// <summary>What a board has drawn, in all and by component and state.</summary>
public sealed record PowerFigures
{
    /// <summary>The time it is about.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Every state of every component in which time was spent, in a fixed order.</summary>
    public required IReadOnlyList<PowerFigure> States { get; init; }

    /// <summary>States of the chip whose current the board's description does not give; with any, the sums are too low.</summary>
    public required IReadOnlyList<string> UnknownCurrents { get; init; }

    /// <summary>How often a program has started.</summary>
    public required int Boots { get; init; }

    /// <summary>The supply at the end, in millivolts.</summary>
    public required int SupplyMillivolts { get; init; }

    /// <summary>The charge of all states together, in coulombs.</summary>
    public double Coulombs => States.Sum(state => state.Coulombs);

    /// <summary>The average current in amperes; null when a current is not known, or no time has passed.</summary>
    public double? AverageAmperes => UnknownCurrents.Count == 0 && Duration > TimeSpan.Zero ? Coulombs / Duration.TotalSeconds : null;

    /// <summary>Takes a board's figures at this moment.</summary>
    public static PowerFigures Of(EmulatedBoard board) => new()
    {
        Duration = Scheduling.VirtualTime.ToTimeSpan(board.Scheduler.Now),
        States =
        [
            .. board.Energy.Components.SelectMany(component => component.Uses
                .Where(use => use.Time > TimeSpan.Zero)
                .Select(use => new PowerFigure(component.Name, use.State, use.Time, use.Coulombs))),
        ],
        UnknownCurrents = [.. board.Power.UnknownCurrents.Select(ProcessorEnergy.NameOf)],
        Boots = board.Boots,
        SupplyMillivolts = board.SupplyMillivolts,
    };
}
