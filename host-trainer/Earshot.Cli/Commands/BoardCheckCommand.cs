using System.CommandLine;
using Earshot.Cli.Output;
using Earshot.Cli.Output.Reports;
using Earshot.Emulator.Boards;
using Earshot.Packing.Format;
using Earshot.Packing.Inspection;

namespace Earshot.Cli.Commands;

/// <summary><c>earshot board check</c>: whether a model fits flash, RAM and processor of boards, and by how much.</summary>
internal static class BoardCheckCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var model = ModelArgument.Create("A model pack (.earshot) or a run folder.");
        var boards = new Option<string[]>("--board")
        {
            Description = "Boards to check, or board.yaml files of your own; all that Earshot describes (default).",
            AllowMultipleArgumentsPerToken = true,
            HelpName = "NAME",
        };
        var json = CommandExtensions.JsonOption();
        var command = new Command("check", "Say for each board whether a model fits, and by how much.") { model, boards, json };
        command.UseExamples(
            "earshot board check runs/first",
            "earshot board check model.earshot --board ST_NUCLEO64_F411RE_NF my-board/board.yaml --json fit.json");
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(model);
            var named = parsed.GetValue(boards) ?? [];
            BoardDescription[] wanted = [.. (named.Length > 0 ? named : BoardCatalog.Targets).Select(BoardCatalog.Find)];
            var inspection = ModelInspection.Of(PackReader.Load(ModelArgument.PackPath(path)));
            var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!;
            var fits = BoardCosts.Of(inspection, folder, wanted).Zip(wanted, (cost, board) => new BoardFit(board, cost)).ToArray();
            BoardFitOutput.Show(inspection, fits);
            JsonFile.WriteIfAsked(parsed.GetValue(json), BoardFitOutput.Json(inspection, fits));
            Refuse(path, fits, all: named.Length > 0);
            return ExitCodes.Success;
        });
        return command;
    }

    /// <summary>A board that was asked for by name must hold the model; of all boards, one must.</summary>
    private static void Refuse(string path, BoardFit[] fits, bool all)
    {
        var failed = fits.Where(fit => !fit.Fits).ToArray();
        if (failed.Length == 0 || (!all && failed.Length < fits.Length))
        {
            return;
        }

        throw new InputException(
            path,
            $"it does not fit {string.Join("; ", failed.Select(fit => $"{fit.Board.Target} ({string.Join(", ", fit.Obstacles)})"))}.",
            "Choose a smaller model ('earshot models' lists what each costs) or a larger board; 'earshot pack --arena Size' needs less RAM.");
    }
}
