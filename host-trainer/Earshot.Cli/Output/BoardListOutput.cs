using System.Globalization;
using Earshot.Emulator.Boards;
using Spectre.Console;

namespace Earshot.Cli.Output;

/// <summary>Shows the boards in a table.</summary>
internal static class BoardListOutput
{
    /// <summary>Prints a row for each.</summary>
    public static void Show(IReadOnlyList<BoardDescription> boards)
    {
        var table = new Table().NoBorder();
        table.AddColumn(Column("Target")).AddColumn(Column("Core"));
        foreach (var name in new[] { "MHz", "Flash", "RAM", "Deploy" })
        {
            table.AddColumn(Column(name).RightAligned());
        }

        table.AddColumn(Column("Microphone")).AddColumn(Column("Modem"));
        foreach (var board in boards)
        {
            table.AddRow(
                Markup.Escape(board.Target),
                board.Core.ToString()["Cortex".Length..],
                (board.ClockHertz / 1e6).ToString("0.#", CultureInfo.InvariantCulture),
                Kibibytes(board.Memory.FlashBytes),
                Kibibytes(board.Memory.RamBytes),
                Kibibytes(board.Memory.DeploymentBytes),
                Markup.Escape(board.Capture.Dfsdm is { } dfsdm ? $"DFSDM {dfsdm.DataPin}" : $"ADC{board.Capture.Adc} {board.Capture.Pin}"),
                Markup.Escape(board.Modem?.Port ?? "–"));
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine("Flash and RAM of the chip; Deploy is what app and model have of the flash. Core F: with floating-point unit.");
        AnsiConsole.WriteLine("Everything of one: earshot board show NAME. Which of them hold a model: earshot board check MODEL.");
    }

    private static TableColumn Column(string name) => new TableColumn(name).NoWrap().PadLeft(0).PadRight(2);

    private static string Kibibytes(long bytes) => FormattableString.Invariant($"{bytes / 1024:N0} K");
}
