namespace Earshot.Reports.Boards;

/// <summary>What a model costs on one board.</summary>
/// <param name="Board">The board.</param>
/// <param name="Core">Its processor core and clock.</param>
/// <param name="HopMilliseconds">Time of the network for a hop (or, for a window model, a decision), lower and upper figure, in ms.</param>
/// <param name="CpuShare">Share of the processor's time, from the upper figure; above 1 is too slow.</param>
/// <param name="PackBytes">Flash for the pack.</param>
/// <param name="FlashBytes">Flash that is there for it, or null where that is not known.</param>
/// <param name="ArenaBytes">RAM for the arena.</param>
/// <param name="RamBytes">RAM that is there for it, or null where that is not known.</param>
/// <param name="Basis">Where the times come from.</param>
public sealed record BoardCost(
    string Board, string Core, (double Low, double High) HopMilliseconds, double CpuShare, long PackBytes, long? FlashBytes, long ArenaBytes,
    long? RamBytes, string Basis)
{
    /// <summary>Whether the board is fast and large enough.</summary>
    public bool Fits => CpuShare <= 1 && PackBytes <= (FlashBytes ?? long.MaxValue) && ArenaBytes <= (RamBytes ?? long.MaxValue);
}
