using System.CommandLine;
using Earshot.Emulator.Boards;
using Earshot.Packing.Inspection;

namespace Earshot.Cli.Commands;

/// <summary><c>--board</c> where it refuses a model that the board cannot hold.</summary>
internal sealed class BoardLimitOption
{
    private readonly Option<string?> _board = new("--board")
    {
        Description = $"Refuse a model that this board cannot hold: {string.Join(", ", BoardCatalog.Targets)}, or a board.yaml of your own.",
        HelpName = "NAME",
    };

    /// <summary>Adds the option.</summary>
    public void AddTo(Command command) => command.Options.Add(_board);

    /// <summary>What the board leaves for a model; null when none was named.</summary>
    /// <exception cref="InputException">There is no such board.</exception>
    public BoardLimits? Limits(ParseResult parsed) =>
        parsed.GetValue(_board) is { } name ? Limits(BoardCatalog.Find(name)) : null;

    /// <summary>A pack has its place at the end of the deployment region, behind the managed app.</summary>
    internal static BoardLimits Limits(BoardDescription board) => new(board.Target, board.ModelPlace.Bytes, board.Memory.ArenaBytes);
}
