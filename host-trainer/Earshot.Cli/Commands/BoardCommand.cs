using System.CommandLine;

namespace Earshot.Cli.Commands;

/// <summary><c>earshot board</c>: the boards, what each has, and which models fit.</summary>
internal static class BoardCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create() => new("board", "List boards, show one, or check a model against them.")
    {
        BoardListCommand.Create(),
        BoardShowCommand.Create(),
        BoardCheckCommand.Create(),
    };
}
