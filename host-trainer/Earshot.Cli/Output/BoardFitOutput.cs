using System.Globalization;
using Earshot.Packing.Inspection;
using Spectre.Console;

namespace Earshot.Cli.Output;

/// <summary>Shows which boards a model fits.</summary>
internal static class BoardFitOutput
{
    /// <summary>Prints a row for each board.</summary>
    public static void Show(ModelInspection model, IReadOnlyList<BoardFit> fits)
    {
        var table = new Table().Title(Markup.Escape(FormattableString.Invariant(
            $"{model.Name}: pack {model.PackBytes:N0} bytes, arena {model.ArenaBytes:N0} bytes"))).NoBorder();
        table.AddColumn(Column("Board")).AddColumn(Column("Fits"));
        foreach (var name in new[] { "Flash left", "RAM left", "CPU" })
        {
            table.AddColumn(Column(name).RightAligned());
        }

        foreach (var fit in fits)
        {
            table.AddRow(
                Markup.Escape(fit.Board.Target),
                fit.Fits ? "[green]yes[/]" : "[red]no[/]",
                Number(fit.FlashLeft),
                (IsMeasured(fit) ? "" : "≤ ") + Number(fit.RamLeft),
                FormattableString.Invariant($"{100 * fit.Cost.CpuShare:0.0} %"));
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine("Flash: the model's place at the end of the deployment region. RAM: for the arena; ≤ where nobody has measured what nanoCLR leaves.");
        foreach (var fit in fits.Where(fit => !fit.Fits))
        {
            AnsiConsole.WriteLine($"{fit.Board.Target}: {string.Join(", ", fit.Obstacles)}.");
        }

        foreach (var basis in fits.GroupBy(fit => fit.Cost.Basis, fit => fit.Board.Target))
        {
            AnsiConsole.WriteLine($"CPU of the network, without the front end, on {string.Join(", ", basis)}: {basis.Key}.");
        }
    }

    /// <summary>The same as data.</summary>
    public static object Json(ModelInspection model, IReadOnlyList<BoardFit> fits) => new
    {
        Model = model.Name,
        model.PackBytes,
        model.ArenaBytes,
        Boards = fits.Select(fit => new
        {
            Board = fit.Board.Target,
            fit.Fits,
            fit.Obstacles,
            FlashLeftBytes = fit.FlashLeft,
            RamLeftBytes = fit.RamLeft,
            RamIsMeasured = IsMeasured(fit),
            fit.Cost.CpuShare,
            MillisecondsLow = fit.Cost.HopMilliseconds.Low,
            MillisecondsHigh = fit.Cost.HopMilliseconds.High,
            fit.Cost.Basis,
        }),
    };

    private static TableColumn Column(string name) => new TableColumn(name).NoWrap().PadLeft(0).PadRight(2);

    private static bool IsMeasured(BoardFit fit) => fit.Board.Memory.ManagedHeapBytes is not null;

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
