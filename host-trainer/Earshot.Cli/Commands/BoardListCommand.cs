using System.CommandLine;
using Earshot.Cli.Output;
using Earshot.Emulator.Boards;

namespace Earshot.Cli.Commands;

/// <summary><c>earshot board list</c>: the boards that Earshot describes.</summary>
internal static class BoardListCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var json = CommandExtensions.JsonOption();
        var command = new Command("list", "List the boards that Earshot describes.") { json };
        command.UseExamples("earshot board list", "earshot board list --json boards.json");
        command.SetAction(parsed =>
        {
            BoardDescription[] boards = [.. BoardCatalog.Targets.Select(BoardCatalog.Find)];
            BoardListOutput.Show(boards);
            JsonFile.WriteIfAsked(parsed.GetValue(json), boards.Select(BoardOutput.Json));
            return ExitCodes.Success;
        });
        return command;
    }
}
