using System.CommandLine;

namespace Earshot.Cli.Commands;

/// <summary>The command as the user may type it again.</summary>
internal static class CommandText
{
    /// <summary>The tool's name and the tokens of a command line, quoted where they have blanks.</summary>
    public static string Of(ParseResult parsed) =>
        string.Join(' ', parsed.Tokens.Select(token => Quote(token.Value)).Prepend("earshot"));

    private static string Quote(string word) => word.Contains(' ') ? $"\"{word}\"" : word;
}
