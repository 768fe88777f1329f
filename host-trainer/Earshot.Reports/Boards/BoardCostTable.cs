using System.Globalization;
using Earshot.Reports.Sections;

namespace Earshot.Reports.Boards;

/// <summary>The costs on each board as a table.</summary>
internal static class BoardCostTable
{
    /// <summary>The table, or none where no board is known.</summary>
    public static IReadOnlyList<DataTable> Create(IReadOnlyList<BoardCost> boards) => boards.Count == 0
        ? []
        : [new DataTable(
            "Cost per board: the network without the front end",
            [
                new("Board"), new("Core"), new("ms per hop", true), new("CPU", true), new("Pack of flash", true), new("Arena of RAM", true), new("Fits") { IsVerdict = true },
                new("Times from"),
            ],
            [.. boards.Select(Row)])
        {
            Good = [.. boards.Select(board => (bool?)board.Fits)],
        }];

    private static IReadOnlyList<string> Row(BoardCost cost) =>
    [
        cost.Board,
        cost.Core,
        FormattableString.Invariant($"{cost.HopMilliseconds.Low:0.00}–{cost.HopMilliseconds.High:0.00}"),
        (100 * cost.CpuShare).ToString("0.0", CultureInfo.InvariantCulture) + " %",
        Share(cost.PackBytes, cost.FlashBytes),
        Share(cost.ArenaBytes, cost.RamBytes),
        cost.Fits ? "✓ yes" : "✗ no",
        cost.Basis,
    ];

    private static string Share(long bytes, long? of) =>
        of is { } most ? $"{Kilobytes(bytes)} of {Kilobytes(most)}" : Kilobytes(bytes);

    private static string Kilobytes(long bytes) => (bytes / 1000.0).ToString("0.0", CultureInfo.InvariantCulture) + " kB";
}
