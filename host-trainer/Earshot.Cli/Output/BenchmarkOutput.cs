using System.Globalization;
using Earshot.Benchmarks.Measuring;
using Earshot.Emulator.Boards;
using Spectre.Console;

namespace Earshot.Cli.Output;

/// <summary>Shows what models cost on a core.</summary>
internal static class BenchmarkOutput
{
    private static readonly string[] NumberColumns =
        ["MACs", "Instructions", "Per MAC", "Estimated cycles", "ms", "CPU", "Arena", "Code", "Stack"];

    /// <summary>Prints a line for each measurement.</summary>
    public static void Show(IReadOnlyList<BenchmarkResult> results, BoardDescription board)
    {
        var clock = FormattableString.Invariant($"{board.ClockHertz / 1e6:0.#} MHz");
        var table = new Table().Title(Markup.Escape($"{board.Target}, {clock}")).RoundedBorder();
        table.AddColumns("Model", "Kernels", "Core");
        foreach (var name in NumberColumns)
        {
            table.AddColumn(new TableColumn(name).RightAligned());
        }

        foreach (var result in results)
        {
            table.AddRow([.. Cells(result, board.ClockHertz).Select(Markup.Escape)]);
        }

        Write(table);
        AnsiConsole.WriteLine(
            "Executed instructions of one window; of a stream, of one hop on average. Cycles are estimated from the timings of the "
            + "Cortex-M4 for memory without wait states. CPU is the network's share from decision to decision, without the front end. "
            + "Arena, code and stack are in bytes.");
    }

    /// <summary>The same as data.</summary>
    public static object Json(IReadOnlyList<BenchmarkResult> results, BoardDescription board) => new
    {
        Board = board.Target,
        board.ClockHertz,
        Rows = results.Select(result => new
        {
            result.Model,
            Kernels = Kernels(result),
            Core = result.Core.Name,
            Macs = result.WindowMacs,
            result.Counts.Instructions,
            result.Counts.CyclesLow,
            result.Counts.CyclesHigh,
            result.ArenaBytes,
            result.CodeBytes,
            result.StackBytes,
            CountedFor = result.IsStream ? "hop" : "window",
            CountedMacs = result.Macs,
            result.InstructionsPerMac,
            MillisecondsLow = result.Time(board.ClockHertz).Low.TotalMilliseconds,
            MillisecondsHigh = result.Time(board.ClockHertz).High.TotalMilliseconds,
            CpuShare = result.CpuShare(board.ClockHertz),
        }),
    };

    private static string[] Cells(BenchmarkResult result, long hertz)
    {
        var (low, high) = result.Time(hertz);
        return
        [
            result.Model,
            Kernels(result),
            result.Core.Name,
            Number(result.Macs),
            Number(result.Counts.Instructions),
            result.InstructionsPerMac.ToString("0.000", CultureInfo.InvariantCulture),
            $"{Number(result.Counts.CyclesLow)}–{Number(result.Counts.CyclesHigh)}",
            FormattableString.Invariant($"{low.TotalMilliseconds:0.00}–{high.TotalMilliseconds:0.00}"),
            FormattableString.Invariant($"{100 * result.CpuShare(hertz):0.0} %"),
            Number(result.ArenaBytes),
            Number(result.CodeBytes),
            Number(result.StackBytes),
        ];
    }

    /// <summary>A file or a pipe has no width to fit into.</summary>
    private static void Write(Table table)
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = 200;
        }

        AnsiConsole.Write(table);
    }

    private static string Kernels(BenchmarkResult result) => result.Kernels.ToString().ToLowerInvariant();

    private static string Number(double value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
