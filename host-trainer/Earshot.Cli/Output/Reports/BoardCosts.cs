using Earshot.Cli.Commands;
using Earshot.Emulator.Boards;
using Earshot.Native;
using Earshot.Packing.Inspection;
using Earshot.Reports.Boards;

namespace Earshot.Cli.Output.Reports;

/// <summary>What a pack costs on each board that Earshot knows.</summary>
internal static class BoardCosts
{
    // Least and most cycles per multiply-accumulate of whole networks with the armv7em kernels on a Cortex-M4F; README.md, Numbers.
    private const double LeastCyclesPerMac = 1.2;
    private const double MostCyclesPerMac = 2.0;

    /// <summary>The costs, from measured figures where they are in the run folder, else estimated.</summary>
    public static IReadOnlyList<BoardCost> Of(ModelInspection model, string folder) =>
        Of(model, folder, BoardCatalog.Targets.Select(BoardCatalog.Find));

    /// <summary>The costs on some boards.</summary>
    public static IReadOnlyList<BoardCost> Of(ModelInspection model, string folder, IEnumerable<BoardDescription> boards)
    {
        var measured = MeasuredFigures.Read(folder, model);
        return [.. boards.Select(board => Of(model, board, measured))];
    }

    private static BoardCost Of(ModelInspection model, BoardDescription board, MeasuredFigures measured)
    {
        var hop = (double)model.HopSamples / model.SampleRate;
        var interval = model.Mode == ModelMode.Window ? model.DecisionHop * hop : hop;
        var macs = model.MacsPerSecond * interval;
        var figures = measured.Cycles(CoreName(board.Core));
        var (low, high) = figures ?? (macs * LeastCyclesPerMac, macs * MostCyclesPerMac);
        var limits = BoardLimitOption.Limits(board);
        return new BoardCost(
            board.Target,
            FormattableString.Invariant($"{CoreName(board.Core)}, {board.ClockHertz / 1e6:0} MHz"),
            (1000 * low / board.ClockHertz, 1000 * high / board.ClockHertz),
            high / board.ClockHertz / interval,
            model.PackBytes,
            limits.FlashBytes,
            model.ArenaBytes,
            limits.RamBytes,
            figures is null
                ? FormattableString.Invariant($"estimate: {LeastCyclesPerMac:0.0} to {MostCyclesPerMac:0.0} cycles a multiply-accumulate")
                : $"{MeasuredFigures.FileName}: instructions counted under QEMU");
    }

    private static string CoreName(BoardCore core) => core switch
    {
        BoardCore.CortexM4F => "cortex-m4",
        BoardCore.CortexM7F => "cortex-m7",
        _ => core.ToString(),
    };
}
