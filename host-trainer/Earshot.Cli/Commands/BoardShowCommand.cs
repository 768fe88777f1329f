using System.CommandLine;
using Earshot.Cli.Output;
using Earshot.Emulator.Boards;
using Earshot.Emulator.Boards.Firmware;
using Earshot.Emulator.Boards.Wiring;

namespace Earshot.Cli.Commands;

/// <summary><c>earshot board show</c>: everything that is known of one board, and its wiring as a picture.</summary>
internal static class BoardShowCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = $"{string.Join(", ", BoardCatalog.Targets)}, or a board.yaml of your own." };
        var svg = new Option<FileInfo?>("--svg") { Description = "Also draw the wiring of microphone and modem to this SVG file.", HelpName = "FILE" };
        var firmware = new Option<DirectoryInfo?>("--firmware")
        {
            Description = $"Also write the configuration of the board's firmware, {FirmwareFragments.CacheName} and {FirmwareFragments.KconfigName}, to this folder.",
            HelpName = "DIR",
        };
        var json = CommandExtensions.JsonOption();
        var command = new Command("show", "Show a board: memories, clock, capture, modem, wiring, currents with their sources.") { name, svg, firmware, json };
        command.UseExamples(
            "earshot board show ST_NUCLEO64_F411RE_NF",
            "earshot board show ST_B_L475E_IOT01A --svg wiring.svg",
            "earshot board show my-board/board.yaml");
        command.SetAction(parsed =>
        {
            var board = BoardCatalog.Find(parsed.GetRequiredValue(name));
            BoardOutput.Show(board);
            JsonFile.WriteIfAsked(parsed.GetValue(json), BoardOutput.Json(board));
            if (parsed.GetValue(svg) is { } file)
            {
                AtomicFile.WriteAllText(file.FullName, WiringPicture.Draw(board));
            }

            if (parsed.GetValue(firmware) is { } folder)
            {
                AtomicFile.WriteAllText(Path.Combine(folder.FullName, FirmwareFragments.CacheName), FirmwareFragments.Cache(board));
                AtomicFile.WriteAllText(Path.Combine(folder.FullName, FirmwareFragments.KconfigName), FirmwareFragments.Kconfig(board));
            }

            return ExitCodes.Success;
        });
        return command;
    }
}
