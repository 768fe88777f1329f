using System.Globalization;
using Earshot.Benchmarks.Measuring;
using Spectre.Console;

namespace Earshot.Cli.Output;

/// <summary>The rows of one kernel set on one core, fitted to the terminal: exact numbers where there is room, else rounded ones and two tables.</summary>
internal static class BenchmarkTable
{
    /// <summary>Characters that a table with exact numbers takes.</summary>
    internal const int WideColumns = 120;

    /// <summary>Characters that a table with rounded numbers takes.</summary>
    internal const int NarrowColumns = 80;

    /// <summary>The tables.</summary>
    internal static IEnumerable<Table> Create(IReadOnlyList<BenchmarkResult> rows, double hertz, int width)
    {
        if (width >= WideColumns)
        {
            yield return Fill(
                rows,
                ("MACs", row => row.Macs > 0 ? Number(row.Macs) : ""),
                ("Instructions", row => Number(row.Counts.Instructions)),
                ("Per MAC", PerMac),
                ("Est. cycles", Cycles),
                ("ms", row => Milliseconds(row, hertz)),
                ("CPU", row => Share(row, hertz)),
                ("Arena", row => Number(row.ArenaBytes)),
                ("Stack", row => Number(row.StackBytes)));
            yield break;
        }

        yield return Fill(
            rows,
            ("MACs", row => row.Macs > 0 ? Short(row.Macs) : ""),
            ("Instr.", row => Short(row.Counts.Instructions)),
            ("/MAC", PerMac),
            ("Est. cycles", Cycles),
            ("CPU", row => Share(row, hertz)));
        yield return Fill(
            rows,
            ("Instructions", row => Number(row.Counts.Instructions)),
            ("ms", row => Milliseconds(row, hertz)),
            ("Arena", row => Number(row.ArenaBytes)),
            ("Stack", row => Number(row.StackBytes)));
    }

    /// <summary>With thousands separators.</summary>
    internal static string Number(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>What was counted, in a word.</summary>
    internal static string ScopeName(BenchmarkScope scope) => scope switch
    {
        BenchmarkScope.Window => "window",
        BenchmarkScope.Hop => "hop",
        _ => "log-mel",
    };

    private static Table Fill(IReadOnlyList<BenchmarkResult> rows, params (string Name, Func<BenchmarkResult, string> Cell)[] columns)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var name in new[] { "Model", "Of" })
        {
            table.AddColumn(new TableColumn(name).NoWrap().PadLeft(0));
        }

        foreach (var (name, _) in columns)
        {
            table.AddColumn(new TableColumn(name).NoWrap().RightAligned().PadLeft(0));
        }

        foreach (var row in rows)
        {
            var cells = columns.Select(column => column.Cell(row)).Prepend(ScopeName(row.Scope)).Prepend(row.Model);
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        return table;
    }

    private static string PerMac(BenchmarkResult row) => row.InstructionsPerMac?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";

    private static string Cycles(BenchmarkResult row)
    {
        var (unit, name) = Unit(row.Counts.CyclesHigh);
        return $"{Digits(row.Counts.CyclesLow / unit)}–{Digits(row.Counts.CyclesHigh / unit)} {name}";
    }

    private static string Milliseconds(BenchmarkResult row, double hertz)
    {
        var (low, high) = row.Time(hertz);
        return $"{Digits(low.TotalMilliseconds)}–{Digits(high.TotalMilliseconds)}";
    }

    private static string Share(BenchmarkResult row, double hertz) => FormattableString.Invariant($"{100 * row.CpuShare(hertz):0.0} %");

    private static string Short(double value)
    {
        var (unit, name) = Unit(value);
        return $"{Digits(value / unit)} {name}".Trim();
    }

    private static (double Size, string Name) Unit(double value) => value >= 1e6 ? (1e6, "M") : value >= 1e3 ? (1e3, "k") : (1, "");

    /// <summary>Three significant digits, or all of a larger number.</summary>
    private static string Digits(double value) =>
        value.ToString(value >= 99.95 ? "0" : value >= 9.995 ? "0.0" : "0.00", CultureInfo.InvariantCulture);
}
