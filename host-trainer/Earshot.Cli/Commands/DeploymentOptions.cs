using System.CommandLine;
using Earshot.Deployment.Plans;
using Earshot.Emulator.Boards;

namespace Earshot.Cli.Commands;

/// <summary>What <c>earshot deploy</c> and <c>earshot doctor</c> are asked about.</summary>
/// <param name="needsBoard">Whether the board must be named; flashing has no default.</param>
internal sealed class DeploymentOptions(bool needsBoard)
{
    private const string DefaultBoard = "ST_NUCLEO64_F411RE_NF";

    private readonly Option<string?> _board = new("--board")
    {
        Description = $"Board: {string.Join(", ", BoardCatalog.Targets)}, or a board.yaml of your own{(needsBoard ? "" : $"; {DefaultBoard} (default)")}.",
        Required = needsBoard,
        HelpName = "NAME",
    };

    private readonly Option<DirectoryInfo?> _firmware = new("--firmware")
    {
        Description = "Build folder of the firmware: nanoBooter.hex, nanoCLR.hex, nanoCLR.bin, native_assemblies.csv.",
        HelpName = "DIR",
    };

    private readonly Option<bool> _keepFirmware = new("--keep-firmware") { Description = "The board has that firmware already: check against it, do not flash it." };

    private readonly Option<string?> _app = new("--app")
    {
        Description = "The app: the folder of .pe files that its build wrote, its .pe, or its .bin.",
        HelpName = "PATH",
    };

    private readonly Option<string?> _model = new("--model") { Description = "The model: a pack (.earshot) or a run folder.", HelpName = "MODEL" };

    private readonly Option<string?> _interface = new("--interface")
    {
        Description = "The way to the board: nativestlink or serial; what its description names (default).",
        HelpName = "NAME",
    };

    private readonly Option<string?> _port = new("--port") { Description = "Serial port of the board, such as COM9 or /dev/ttyACM0.", HelpName = "PORT" };

    private readonly Option<string?> _probe = new("--probe") { Description = "Id of the board's ST-LINK where there are several.", HelpName = "ID" };

    /// <summary>Adds the options.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _board, _firmware, _keepFirmware, _app, _model, _interface, _port, _probe })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What was asked for.</summary>
    /// <exception cref="InputException">There is no such board, model or interface.</exception>
    public DeploymentRequest Request(ParseResult parsed) => new()
    {
        Board = BoardCatalog.Find(parsed.GetValue(_board) ?? DefaultBoard),
        Firmware = parsed.GetValue(_firmware)?.FullName,
        KeepFirmware = parsed.GetValue(_keepFirmware),
        Application = parsed.GetValue(_app),
        Declarations = Path.Combine(AppContext.BaseDirectory, "device", "Earshot.Interop.dll"),
        Model = parsed.GetValue(_model) is { } model ? ModelArgument.PackPath(model) : null,
        Interface = parsed.GetValue(_interface) switch
        {
            null => null,
            "nativestlink" => DeploymentInterface.StLink,
            "serial" => DeploymentInterface.Serial,
            var other => throw new InputException("--interface", $"'{other}' is not a way to a board.", "Give nativestlink or serial."),
        },
        Port = parsed.GetValue(_port),
        Probe = parsed.GetValue(_probe),
    };
}
